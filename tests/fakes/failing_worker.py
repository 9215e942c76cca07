"""Stands in for `kb.reading.worker`: ends as the file on standard input says, `exit 3` or `signal 11`."""

import os
import signal
import sys

if __name__ == "__main__":
    manner, number = sys.stdin.read().split()
    if manner == "exit":
        sys.exit(int(number))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    os.kill(os.getpid(), int(number))
