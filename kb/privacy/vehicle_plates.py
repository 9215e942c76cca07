"""Registration plates: three letters, then three digits, or two digits and a letter.

Source: Transportstyrelsen: I, Q, V, Å, Ä and Ö are not used, nor O as the last character.
"""

import re
from collections.abc import Iterator

from kb.privacy.counted import is_counted
from kb.privacy.span import SPACE, Span
from kb.privacy.word_lists import word_list

_PLATE = re.compile(
    rf"(?<![\w/-])(?P<letters>[A-HJ-PR-UW-Z]{{3}})(?P<gap>-|{SPACE}?)(?P<number>\d\d[\dA-HJ-NPR-UW-Z])(?!\w)",
    re.IGNORECASE,
)

_VEHICLE = re.compile(
    r"\b(?:reg\.?\s?-?(?:nr|nummer)|registrering|skylt|nummerplåt|fordon|bil(?:en|ar|arna)?\b|epa|a-traktor|moped|mc\b|skåpbil"
    r"|lastbil|personbil|taxi|volvo|saab|audi|bmw|toyota|mercedes|volkswagen|kia\b|ford\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:reg\.?\s?-?(?:nr|nummer)|registreringsnum\w*|skylt\w*|nummerplåt\w*)[.:]?\s?$", re.IGNORECASE)
_MODEL = re.compile(r"(?:\btyp|modell|version|artikel|serie)\w{0,12}[.:]?\s$", re.IGNORECASE)
_NEAR_CHARS = 60


def find_vehicle_plates(text: str) -> Iterator[Span]:
    """Plates in capitals; in small letters only after "regnr", with a hyphen only near a word for a vehicle."""
    for match in _PLATE.finditer(text):
        before = text[max(0, match.start() - _NEAR_CHARS) : match.start()]
        if _LABEL.search(before) or (_has_form(match, before) and not is_counted(text, match.end())):
            yield match.span()


def _has_form(match: re.Match[str], before: str) -> bool:
    is_capital = match[0].isupper() and match["letters"] not in word_list("abbreviations")
    return is_capital and not _MODEL.search(before) and (match["gap"] != "-" or _VEHICLE.search(before) is not None)
