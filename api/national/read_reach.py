"""What a measure reaches of a problem, as a reader says it."""

from kb.national.expected.expect import WIDEST_REACH
from kb.national.expected.interval import Interval

DEFAULT_PERCENT = (round(WIDEST_REACH.low * 100), round(WIDEST_REACH.high * 100))


def make_reach(low: float, high: float) -> Interval:
    """The reach between two shares, whichever is told first."""
    return Interval(min(low, high), max(low, high))


def read_percent(low: str, high: str) -> Interval:
    """The reach that two fields say in whole per cent; what cannot be read is as when nobody has said."""
    shares = [_read(low, DEFAULT_PERCENT[0]), _read(high, DEFAULT_PERCENT[1])]
    return make_reach(shares[0] / 100, shares[1] / 100)


def _read(typed: str, otherwise: int) -> int:
    percent = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 3 else otherwise
    return percent if 1 <= percent <= 100 else otherwise
