"""Personal data in a description, found and masked before anything else reads the text.

What was found is told by kind and number, never by value.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import phonenumbers
from stdnum.se import personnummer

_IDENTITY = re.compile(r"(?<![\d-])(?:19|20)?\d{2}[01]\d[0-9]\d ?[-+–]? ?\d{4}(?![\d-])")
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Guarded:
    """text with every find replaced by its kind in brackets; counts : kind -> how many were masked."""

    text: str
    counts: Mapping[str, int]


def mask_personal_data(text: str) -> Guarded:
    """The text without identity numbers, e-mail addresses and phone numbers.

    >>> mask_personal_data("Ring 070-174 06 71").text
    'Ring [telefon]'
    """
    counts: Counter[str] = Counter()
    for kind, find in FINDERS.items():
        spans = list(find(text))
        counts.update({kind: len(spans)} if spans else {})
        for first, last in reversed(spans):
            text = f"{text[:first]}[{kind}]{text[last:]}"
    return Guarded(text, dict(counts))


def _find_identity_numbers(text: str) -> Iterator[Span]:
    """Personal identity and coordination numbers: a valid date, and the check digit or the form with a hyphen.

    A hyphenated number whose check digit is wrong is masked too: it is a person's number typed wrongly, or made up.
    """
    for match in _IDENTITY.finditer(text):
        compact = re.sub(r"\s|–", lambda m: "-" if m[0] == "–" else "", match[0])
        if personnummer.is_valid(compact) or (re.search("[-+]", compact) and _has_birth_date(compact)):
            yield match.span()


def _has_birth_date(number: str) -> bool:
    digits = re.sub(r"\D", "", number)[-10:]
    month, day = int(digits[2:4]), int(digits[4:6])
    return 1 <= month <= 12 and 1 <= (day - 60 if day > 60 else day) <= 31


def _find_emails(text: str) -> Iterator[Span]:
    return (match.span() for match in _EMAIL.finditer(text))


def _find_phone_numbers(text: str) -> Iterator[Span]:
    for match in phonenumbers.PhoneNumberMatcher(text, "SE", leniency=phonenumbers.Leniency.VALID):
        if match.raw_string.lstrip("(").startswith(("0", "+")):
            yield match.start, match.end


FINDERS: Mapping[str, Callable[[str], Iterator[Span]]] = {
    "personnummer": _find_identity_numbers,
    "e-post": _find_emails,
    "telefon": _find_phone_numbers,
}
