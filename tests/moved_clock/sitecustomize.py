"""The clock of a Python process set to the day of MOVED_TO, from where it goes on; Python runs this when it starts."""

import os

import time_machine

if day := os.environ.get("MOVED_TO"):
    time_machine.travel(f"{day}T12:00:00+00:00", tick=True).start()
