"""Personal data in a text: every kind, in place, none overlapping another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.privacy.email_addresses import find_email_addresses
from kb.privacy.identity_numbers import find_identity_numbers
from kb.privacy.person_names import find_person_names
from kb.privacy.phone_numbers import find_phone_numbers
from kb.privacy.span import Finder
from kb.privacy.street_addresses import find_street_addresses
from kb.privacy.vehicle_plates import find_vehicle_plates

FINDERS: Mapping[str, Finder] = {
    "personnummer": find_identity_numbers,
    "e-post": find_email_addresses,
    "telefon": find_phone_numbers,
    "adress": find_street_addresses,
    "registreringsnummer": find_vehicle_plates,
    "namn": find_person_names,
}
"""kind -> what finds it; of two kinds in one place the longer find names it, or else the one that stands first here."""


@dataclass(frozen=True, slots=True)
class Find:
    """Personal data of a kind; the character positions first <= i < last."""

    kind: str
    first: int
    last: int

    @property
    def mask(self) -> str:
        """What stands in its place."""
        return f"[{self.kind}]"


def find_personal_data(text: str) -> list[Find]:
    """The finds in order.

    The text is searched again with the finds masked until there is nothing more: a name beside a masked number is then
    seen, and a masked text has nothing left to find.

    Parameters
    ----------
    text : in NFC, so that å is one letter
    """
    finds: list[Find] = []
    while more := _search(replace_finds(text, finds)):
        finds = sorted([*finds, *_move_back(more, finds)], key=_position)
    return finds


def replace_finds(text: str, finds: Iterable[Find]) -> str:
    """The text with each find masked; finds in order."""
    pieces: list[str] = []
    last = 0
    for find in finds:
        pieces += [text[last : find.first], find.mask]
        last = find.last
    return "".join((*pieces, text[last:]))


def _search(text: str) -> list[Find]:
    """What one look finds. Finds that overlap become one, so that no part of either is left."""
    finds = [Find(kind, *span) for kind, finder in FINDERS.items() for span in finder(text)]
    apart: list[Find] = []
    for find in sorted(finds, key=_position):
        if apart and find.first < apart[-1].last:
            apart[-1] = _join(apart[-1], find)
        else:
            apart.append(find)
    return apart


def _join(one: Find, other: Find) -> Find:
    longer = max(one, other, key=lambda find: find.last - find.first)
    return Find(longer.kind, min(one.first, other.first), max(one.last, other.last))


def _move_back(finds: Sequence[Find], masked: Sequence[Find]) -> Iterator[Find]:
    """Finds in a text with some masked, where they stand in the text as it was."""
    shift, i = 0, 0
    for find in finds:
        while i < len(masked) and masked[i].first + shift < find.first:
            shift += len(masked[i].mask) - (masked[i].last - masked[i].first)
            i += 1
        yield Find(find.kind, find.first - shift, find.last - shift)


def _position(find: Find) -> int:
    return find.first
