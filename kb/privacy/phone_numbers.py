"""Phone numbers of persons: Swedish ones, mobile and landline, and foreign ones written with +.

Statistics, times and codes are full of digits that could be dialled. What tells a phone number from these is how its
digits are set: the area code stands by itself, and one hyphen at most follows it.
"""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType

from kb.privacy.span import Span

_GAP = r"[ \u00a0\u2009\u202f()/.\u2010-\u2014\u2212-]{1,3}"
_CANDIDATE = re.compile(
    rf"(?<!\w)(?<!\d[-–:.,])(?<![^\W\d]/)(?:\(0[1-9]\d{{0,2}}\)|(?:\+|00?)[1-9]\d{{0,13}})(?:{_GAP}\d{{1,14}}){{0,7}}(?!\d)"
)
_DASH = re.compile(r"[\u2010-\u2014\u2212/-]")
_LABEL = re.compile(r"(?:tel|ring|mobil|nås|jour|växel|sms|nummer|whatsapp)\w{0,12}[\s:.(]*(?:på|till|från)?\s?$", re.I)
_LABEL_CHARS = 40
_SWEDISH_DIGITS, _INTERNATIONAL_DIGITS = range(8, 11), range(9, 16)
_OF_ORGANISATIONS = (PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE)


def find_phone_numbers(text: str) -> Iterator[Span]:
    """Numbers that are in use, set as people set them; helplines and other numbers of organisations are left."""
    position = 0
    while match := _CANDIDATE.search(text, position):
        ends = [group.end() for group in re.finditer(r"\d+", match[0])]
        has_label = _LABEL.search(text[max(0, match.start() - _LABEL_CHARS) : match.start()]) is not None
        position = match.start() + ends[0]
        for end in reversed(ends):
            if _is_phone_number(match[0][:end], is_whole=end == ends[-1], has_label=has_label):
                position = match.start() + end
                yield match.start(), position
                break


def _is_phone_number(written: str, is_whole: bool, has_label: bool) -> bool:
    """is_whole : no more digits follow; has_label : a word such as "tel" stands before."""
    groups: list[str] = re.findall(r"\d+", written)
    if _is_international(written, groups):
        return _parse("+" * (written[0] == "+") + "".join(groups)) is not None
    is_marked = has_label or _DASH.search(written) is not None or "(" in written
    if not _is_set_as_swedish(written, groups) or not (is_marked or max(map(len, groups)) > 2):
        return False
    number = _parse("".join(groups))
    return number is not None and _has_area_code(groups, number) and (is_whole or is_marked or _is_mobile(number))


def _is_international(written: str, groups: list[str]) -> bool:
    return written.startswith(("+", "00")) and len("".join(groups)) in _INTERNATIONAL_DIGITS


def _is_set_as_swedish(written: str, groups: list[str]) -> bool:
    """Whether no digit stands alone, and there is one hyphen, after the first group, or none, or nothing else.

    Points may set a number too, if nothing else does.
    """
    if len("".join(groups)) not in _SWEDISH_DIGITS or min(map(len, groups)) < 2:
        return False
    gaps: list[str] = re.findall(r"\D+", written.lstrip("("))
    if any("." in gap for gap in gaps):
        return set(gaps) == {"."}
    has_dash = [_DASH.search(gap) is not None for gap in gaps]
    return all(has_dash) or not any(has_dash[1:])


def _parse(digits: str) -> PhoneNumber | None:
    """The number, if it is in use and may be a person's."""
    try:
        number = phonenumbers.parse(digits, "SE")
    except phonenumbers.NumberParseException:
        return None
    is_personal = phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) not in _OF_ORGANISATIONS
    return number if is_personal else None


def _has_area_code(groups: list[str], number: PhoneNumber) -> bool:
    """Whether the first group is the area code alone, or for a mobile 07x with or without what follows."""
    if len(groups) == 1:
        return True
    area = 1 + phonenumbers.length_of_national_destination_code(number)
    return len(groups[0]) > 2 if _is_mobile(number) else len(groups[0]) == area


def _is_mobile(number: PhoneNumber) -> bool:
    return bool(phonenumbers.number_type(number) == PhoneNumberType.MOBILE)
