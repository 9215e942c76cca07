"""A job that the service does when it starts and every day, or every minute, that it runs."""

import asyncio
import logging
from collections.abc import Callable

from kb.errors import KbError

DAY_S = 24 * 60 * 60
_log = logging.getLogger(__name__)


async def repeat_daily(job: Callable[[], object], fault: str) -> None:
    """Do the job at once and then once a day, until cancelled; a database that is away is asked the next day.

    fault : what is logged when the job could not be done
    """
    await repeat_every(DAY_S, job, fault)


async def repeat_every(wait_s: float, job: Callable[[], object], fault: str) -> None:
    """Do the job at once and then again and again, until cancelled; as `repeat_daily`."""
    while True:
        try:
            await asyncio.to_thread(job)
        except (KbError, OSError) as error:
            _log.error("%s: %s", fault, error)
        await asyncio.sleep(wait_s)
