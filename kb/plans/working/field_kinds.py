"""What can be written in a field of a plan; a kind is a class with `tidy`.

`tidy` gives the text in its one spelling, empty for nothing, and raises FieldFault for what cannot stand there.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, Protocol

FaultKey = Literal["unknown", "too_long", "no_number", "no_kronor", "no_day", "no_choice"]
WAYS_OUT: dict[FaultKey, str] = {
    "unknown": "the plan has no such field; read the plan again",
    "too_long": "the text is too long; shorten it",
    "no_number": "this is no number; write for example 12,5",
    "no_kronor": "these are no whole kronor; write for example 25000",
    "no_day": "this is no day; write for example 2027-03-31",
    "no_choice": "this cannot be chosen here; take one of those that the field offers",
}
YEARS = range(1990, 2200)
"""In which days of a plan are: another year is mistyped."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,4})?")
_KRONOR = re.compile(r"\d{1,12}")


class FieldFault(ValueError):
    """What was written cannot stand in its field; its only argument is a FaultKey."""

    @property
    def key(self) -> FaultKey:
        key: FaultKey = self.args[0]
        return key


class FieldKind(Protocol):
    @property
    def name(self) -> str: ...

    def tidy(self, text: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    name: ClassVar[str] = "line"
    max_chars: int = 300

    def tidy(self, text: str) -> str:
        """
        >>> Line().tidy(" Enhets\\nchef ")
        'Enhets chef'
        """
        return _shorter_than(" ".join(_clean(text).split()), self.max_chars)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Text of several lines."""

    name: ClassVar[str] = "paragraphs"
    max_chars: int = 5_000

    def tidy(self, text: str) -> str:
        lines = (line.rstrip() for line in _clean(text).split("\n"))
        return _shorter_than("\n".join(lines).strip(), self.max_chars)


@dataclass(frozen=True, slots=True)
class Number:
    """A number, with a decimal point in its one spelling."""

    name: ClassVar[str] = "number"

    def tidy(self, text: str) -> str:
        """
        >>> Number().tidy("1 250,50")
        '1250.5'
        """
        bare = "".join(text.split()).replace(",", ".").replace("−", "-")
        if bare and not _NUMBER.fullmatch(bare):
            raise FieldFault("no_number")
        whole, _, decimals = bare.partition(".")
        told = f"{_drop_zeros(whole)}.{decimals.rstrip('0')}".rstrip(".")
        return "0" if told == "-0" else told


@dataclass(frozen=True, slots=True)
class Kronor:
    """Whole kronor, zero or more."""

    name: ClassVar[str] = "kronor"

    def tidy(self, text: str) -> str:
        """
        >>> Kronor().tidy("25 000 kr")
        '25000'
        """
        bare = re.sub(r"(kronor|kr\.?|:-)$", "", "".join(text.split()).lower())
        if bare and not _KRONOR.fullmatch(bare):
            raise FieldFault("no_kronor")
        return _drop_zeros(bare)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, as 2027-03-31."""

    name: ClassVar[str] = "day"

    def tidy(self, text: str) -> str:
        bare = text.strip()
        if not bare:
            return ""
        try:
            day = date.fromisoformat(bare)
        except ValueError as error:
            raise FieldFault("no_day") from error
        if day.year not in YEARS:
            raise FieldFault("no_day")
        return str(day)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the words, or nothing."""

    name: ClassVar[str] = "choice"
    words: tuple[str, ...]

    def tidy(self, text: str) -> str:
        bare = text.strip()
        if bare and bare not in self.words:
            raise FieldFault("no_choice")
        return bare


def _clean(text: str) -> str:
    """Composed signs, one sign for a new line, and nothing that is no text."""
    return _NO_TEXT.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def _shorter_than(text: str, max_chars: int) -> str:
    if len(text) > max_chars:
        raise FieldFault("too_long")
    return text


def _drop_zeros(digits: str) -> str:
    """Digits, with a sign or without, without zeros in front."""
    sign, bare = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    return f"{sign}{bare.lstrip('0') or '0'}" if bare else ""
