"""Personal identity numbers (personnummer) and coordination numbers (samordningsnummer), whose day has 60 added.

Source: folkbokföringslagen (1991:481) 18 and 18 a §§; lag (2022:1697) om samordningsnummer.
"""

import re
from collections.abc import Iterator

from stdnum import luhn

from kb.privacy.span import DASH, SPACE, Span

_NUMBER = re.compile(
    rf"""
    (?<!\d)(?<!\d[-–:/])
    (?:(?:18|19|20){SPACE}?)?
    (?P<date>\d\d[01]\d\d\d | \d\d(?P<dashed>-)[01]\d-\d\d)
    (?P<gap>\s?(?:\+|{DASH})\s?|{SPACE}?)
    (?P<serial>\d{{4}} | [Xx*]{{4}})
    (?!\d|-\d|\w)
    """,
    re.VERBOSE,
)
_CASE_NUMBER = re.compile(
    r"(?:dnr|diarie\w{0,10}|ärende\w{0,10}|målnr)[.:]?\s?(?:nr|nummer)?[.:]?\s?(?:[a-zåäö]{1,5}\s)?$", re.IGNORECASE
)
_LABEL_CHARS = 30


def find_identity_numbers(text: str) -> Iterator[Span]:
    """Numbers of ten or twelve digits that begin with a date.

    Joined by a hyphen, plus sign or dash the form is telling enough: a wrong check digit is then a mistyped number, and
    one that is blotted out (XXXX) leaves a person's birth date. Any other needs the right check digit.
    """
    for match in _NUMBER.finditer(text):
        if _has_birth_date(match["date"]) and (_has_check_digit(match) or _has_telling_form(match, text)):
            yield match.span()


def _has_birth_date(date: str) -> bool:
    """Whether it is a day, or a day of a coordination number, whose day and month may be unknown, that is 0."""
    digits = date.replace("-", "")
    month, day = int(digits[2:4]), int(digits[4:6])
    return (1 <= month <= 12 and 1 <= day <= 31) or (month <= 12 and 60 <= day <= 91)


def _has_check_digit(match: re.Match[str]) -> bool:
    """A date with hyphens and a space is a time of day; ten bare digits from 0 with the day over 60, a phone number."""
    is_time = match["dashed"] and not match["gap"].strip()
    is_phone = re.fullmatch(r"0\d{3}[6-9]\d{5}", match[0])
    return not is_time and not is_phone and luhn.is_valid((match["date"] + match["serial"]).replace("-", ""))


def _has_telling_form(match: re.Match[str], text: str) -> bool:
    is_joined = match["gap"] != "" and match["gap"] == match["gap"].strip()
    return is_joined and not _CASE_NUMBER.search(text[max(0, match.start() - _LABEL_CHARS) : match.start()])
