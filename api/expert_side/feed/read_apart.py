"""A calendar of a stranger's, read in a process of its own: what hangs, grows or crashes there costs one answer.

As files that are uploaded (`kb/reading/apart.py`).
"""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from api.store.experts.errors import FeedRejected
from kb.documents import Period
from kb.reading.apart import Limits

WORKER = "api.expert_side.feed.worker"
LIMITS = Limits(cpu_s=10, wall_s=30)
"""A calendar of a thousand events takes a second or two."""
_ROOT = Path(__file__).parents[3]
_KEPT_ENVIRONMENT = ("LD_LIBRARY_PATH", "PYTHONHOME")
"""All that the worker gets of the environment: keys and passwords of the service are not its business."""


def read_busy_days(raw: bytes, first: date, last: date, limits: Limits = LIMITS, worker: str = WORKER) -> list[Period]:
    """The busy days from first to last, in order.

    Raises
    ------
    FeedRejected : "damaged" or "many"
    """
    told = (str(first), str(last), str(limits.memory_bytes), str(limits.cpu_s))
    environment = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603  no shell, and nothing of the calendar is in the command
            [sys.executable, "-P", "-s", "-m", worker, *told],
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.wall_s,
            env={**environment, "PYTHONPATH": str(_ROOT)},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_heavy() from None
    if done.returncode:
        raise _too_heavy()
    answer = json.loads(done.stdout)
    if "fault" in answer:
        raise FeedRejected(answer["fault"], answer["message"])
    return [
        Period(date.fromisoformat(first_day), date.fromisoformat(last_day)) for first_day, last_day in answer["days"]
    ]


def _too_heavy() -> FeedRejected:
    return FeedRejected("many", "the calendar takes too long or too much memory to read; share fewer years of it")
