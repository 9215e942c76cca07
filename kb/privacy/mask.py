"""The text with personal data masked; what was found is told by kind and number, never by value."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kb.privacy.find import FINDERS, find_personal_data, replace_finds

_SET_OFF = r"[\s,;:(/]"
_KIND = re.compile(rf"\[({'|'.join(FINDERS)})\]")
_MASK = re.compile(rf"(?<!{_SET_OFF}){_SET_OFF}*\[(?:{'|'.join(FINDERS)})\]\)?")
"""A mask with the space and signs before it, which begin where a run of them does so that each is read once."""


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


def count_masks(text: str) -> Mapping[str, int]:
    """kind -> how many masks of it stand in a masked text, in the order they first stand there.

    >>> count_masks("Ring [namn] eller [namn] på [telefon].")
    {'namn': 2, 'telefon': 1}
    """
    return dict(Counter(_KIND.findall(text)))


def drop_masks(text: str) -> str:
    """A masked text as it is searched with: a mask's own word ("telefon") is none of the description's.

    >>> drop_masks("Ring Boverket (växel: [telefon]), tack.")
    'Ring Boverket (växel, tack.'
    """
    return _MASK.sub("", text)
