"""What each avoided event may cost, where a plan has said what the measure costs."""

from kb.national.expected.expect import ExpectedEffect
from kb.national.expected.interval import Interval, round_outwards


def price_gain(kronor: float, expected: ExpectedEffect) -> Interval | None:
    """Kronor for each unit of the outcome that goes the right way, None where the range has no gain that is sure.

    >>> from kb.national.expected.interval import Interval
    >>> _price(100_000, Interval(-20, -5))
    Interval(low=5000.0, high=20000.0)
    """
    if expected.changed is None or expected.direction != "gain" or expected.changed.has_zero:
        return None
    return _price(kronor, expected.changed)


def _price(kronor: float, changed: Interval) -> Interval:
    fewest, most = sorted((abs(changed.low), abs(changed.high)))
    return round_outwards(Interval(kronor / most, kronor / fewest))
