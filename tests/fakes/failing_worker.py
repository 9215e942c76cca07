"""Stands in for `kb.reading.worker`: does as standard input says, `exit 3`, `signal 11` or, for ever, `wait 0`."""

import os
import signal
import sys

if __name__ == "__main__":
    manner, number = sys.stdin.read().split()
    if manner == "exit":
        sys.exit(int(number))
    if manner == "wait":
        signal.pause()
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    os.kill(os.getpid(), int(number))
