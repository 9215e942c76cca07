"""Lines of an iCalendar: escaped, folded, with the ends that calendars want."""

from collections.abc import Iterable
from datetime import date, timedelta

MAX_LINE_BYTES = 75
"""Longer lines are folded (RFC 5545, 3.1)."""
_QUOTED = str.maketrans({'"': "'", "\r": "", "\n": " "})


def write_lines(lines: Iterable[str]) -> bytes:
    """The lines, folded, each with its end."""
    return b"".join(_fold(line) + b"\r\n" for line in lines)


def write_days(first: date, last: date) -> tuple[str, str]:
    """Whole days from first to last, both included: the end of an iCalendar is the day after."""
    return f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"


def escape(text: str) -> str:
    """The text as a value (RFC 5545, 3.3.11).

    >>> escape("a, b; c")
    'a\\\\, b\\\\; c'
    """
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def quote(text: str) -> str:
    """The text as the value of a parameter (RFC 5545, 3.2), which knows no quotation mark and no new line.

    >>> quote("Stöd: Brå")
    '"Stöd: Brå"'
    """
    return f'"{text.translate(_QUOTED)}"'


def _fold(line: str) -> bytes:
    """The line in pieces of MAX_LINE_BYTES, a letter never cut; every piece but the first begins with a space."""
    pieces, piece = [], b""
    for letter in (sign.encode() for sign in line):
        if len(piece) + len(letter) > MAX_LINE_BYTES:
            pieces.append(piece)
            piece = b" "
        piece += letter
    return b"\r\n".join((*pieces, piece))
