"""Ranges in words: "25–200 färre", "från 5 färre till 10 fler"."""

from collections.abc import Mapping

from api.formats import write_amount
from kb.national.expected.interval import Interval

Strings = Mapping[str, str]


def tell_changed(changed: Interval, t: Strings) -> str:
    """Fewer or more of what is counted, never one number."""
    return _tell(changed, "effect", t)


def tell_relative(change: Interval, t: Strings) -> str:
    """The same of a relative change, in per cent."""
    return _tell(Interval(change.low * 100, change.high * 100), "effect_relative", t)


def tell_size(values: Interval, t: Strings) -> str:
    """The size of a problem: a range where it differs between years."""
    return _write(values.low, t) if values.is_single else _tell_ends(values.low, values.high, t)


def tell_price(price: Interval, t: Strings) -> str:
    return t["effect_price"].format(range=_tell_ends(price.low, price.high, t))


def _tell(changed: Interval, family: str, t: Strings) -> str:
    if changed.high <= 0:
        return t[f"{family}_fewer"].format(range=_tell_ends(abs(changed.high), abs(changed.low), t))
    if changed.low >= 0:
        return t[f"{family}_more"].format(range=_tell_ends(changed.low, changed.high, t))
    return t[f"{family}_either"].format(fewer=_write(-changed.low, t), more=_write(changed.high, t))


def _tell_ends(low: float, high: float, t: Strings) -> str:
    return f"{_write(low, t)}–{_write(high, t)}"


def _write(value: float, t: Strings) -> str:
    """Two decimals at most, except for what would then be none: 0.0042 is told as it is."""
    return write_amount(value, t) if not value or abs(value) >= 0.01 else f"{value:.2g}".replace(".", t["decimal_sign"])
