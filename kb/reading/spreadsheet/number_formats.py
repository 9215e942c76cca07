"""Numbers of a spreadsheet as people see them: days, times, shares of a hundred."""

import re
from datetime import datetime, timedelta

Kind = str
_BUILT_IN = {
    **dict.fromkeys((9, 10), "percent"),
    **dict.fromkeys((14, 15, 16), "day"),
    17: "month",
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "time"),
    22: "day time",
    **dict.fromkeys(range(27, 37), "day"),
    **dict.fromkeys(range(50, 59), "day"),
}
"""Of ECMA-376, 18.8.30, and those of East Asia that Excel writes for a day."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|_.')
_FIRST_DAY = datetime(1899, 12, 30)
_FIRST_DAY_1904 = datetime(1904, 1, 1)
_MAX_DAY = 2_958_465
"""31 December 9999."""


def find_kind(number: int, code: str) -> Kind:
    """What a format shows: `day`, `month`, `time`, `day time`, `percent`, `hidden`, or "" for a plain number.

    Parameters
    ----------
    number : of the format; from 164 a workbook's own
    code : how the workbook writes it, or ""
    """
    if not code:
        return _BUILT_IN.get(number, "")
    if not code.strip(";"):
        return "hidden"
    letters = set(_QUOTED.sub("", code.lower().split(";")[0]))
    if "general" in code.lower():
        return ""
    if "d" in letters or "å" in letters or "y" in letters:
        day = "day" if "d" in letters else "month"
        return f"{day} time" if "h" in letters and day == "day" else day
    if "h" in letters or "s" in letters:
        return "time"
    return "percent" if "%" in letters else ""


def write_number(value: float, kind: Kind, is_1904: bool) -> str:
    """The number in Swedish: days as 2026-11-30, a comma before decimals."""
    if kind == "hidden":
        return ""
    if kind in ("day", "month", "time", "day time") and 0 <= value <= _MAX_DAY:
        return _write_moment(
            (_FIRST_DAY_1904 if is_1904 else _FIRST_DAY) + timedelta(seconds=round(value * 86400)), kind
        )
    return f"{_write_plain(value * 100)} %" if kind == "percent" else _write_plain(value)


def _write_moment(moment: datetime, kind: Kind) -> str:
    has_time = "time" in kind and (kind == "time" or moment.hour or moment.minute)
    day = "" if kind == "time" else moment.strftime("%Y-%m" if kind == "month" else "%Y-%m-%d")
    return " ".join(filter(None, [day, moment.strftime("%H:%M") if has_time else ""]))


def _write_plain(value: float) -> str:
    """At most ten digits, as a cell of usual width shows."""
    text = f"{value:.10g}"
    return (str(round(value)) if "e" in text and abs(value) >= 1 else text).replace(".", ",")
