"""Reads one calendar of a stranger's in a process of its own: `... worker FIRST LAST MEMORY_BYTES CPU_S`.

The calendar comes on standard input; the answer, JSON of the busy `days`, or of `fault` and `message`, goes to standard
output. Nothing of the calendar goes anywhere else.
"""

import json
import sys
from collections.abc import Sequence
from datetime import date

from api.expert_side.feed.busy_days import find_busy_days
from api.expert_side.feed.icalendar_reader import IcalendarReader
from api.store.experts.errors import FeedRejected
from kb.reading.worker import OUT_OF_MEMORY, limit_process


def main(arguments: Sequence[str]) -> int:
    """Read standard input and answer: 0, or OUT_OF_MEMORY without an answer."""
    first, last = map(date.fromisoformat, arguments[:2])
    limit_process(int(arguments[2]), int(arguments[3]))
    try:
        days = find_busy_days(IcalendarReader().list_busy(sys.stdin.buffer.read(), first, last), first, last)
    except FeedRejected as error:
        json.dump({"fault": error.key, "message": str(error)}, sys.stdout)
        return 0
    except MemoryError:
        return OUT_OF_MEMORY
    json.dump({"days": [[str(period.first), str(period.last)] for period in days]}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
