"""The text with personal data masked; what was found is told by kind and number, never by value."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kb.matching.guard.find import find_personal_data, replace_finds


@dataclass(frozen=True, slots=True)
class Guarded:
    """text in NFC with every find replaced by its kind in brackets; counts : kind -> how many were masked."""

    text: str
    counts: Mapping[str, int]


def mask_personal_data(text: str) -> Guarded:
    """The text without identity numbers, e-mail addresses, phone numbers, street addresses, plates and persons' names.

    To mask a masked text changes nothing.

    >>> mask_personal_data("Ring eleven Kevin på 070-174 06 71").text
    'Ring eleven [namn] på [telefon]'
    """
    text = unicodedata.normalize("NFC", text)
    finds = find_personal_data(text)
    return Guarded(replace_finds(text, finds), dict(Counter(find.kind for find in finds)))
