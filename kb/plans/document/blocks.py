"""What a document consists of, whatever file it is written to. Every text is clean: it can stand in any of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from kb.plans.document.clean_text import clean_text
from kb.plans.labels import PlanLanguage

Look = Literal["plain", "lead", "quote", "warning", "note"]
"""lead : what a reader who reads one line should; warning : what must not be overlooked; note : small print"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Some words. link : an address, or # and an anchor of the document

    language : of the words, None for that of the document
    """

    text: str
    is_strong: bool = False
    link: str = ""
    language: PlanLanguage | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean_text(self.text))


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """level : from 1; anchor : what links lead to; starts_page : whether a new page begins with it"""

    kind: ClassVar[str] = "heading"
    level: int
    spans: Spans
    anchor: str
    starts_page: bool = False

    @property
    def text(self) -> str:
        return join_texts(self.spans)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """anchor : what links lead to, empty where none does"""

    kind: ClassVar[str] = "paragraph"
    spans: Spans
    look: Look = "plain"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    kind: ClassVar[str] = "bullets"
    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """share : of the width, as a part of the sum of all"""

    name: str
    share: int
    is_amount: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A text a column. is_total : it sums the rows above."""

    cells: tuple[Spans, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "caption", clean_text(self.caption))


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: headings down to the level."""

    kind: ClassVar[str] = "contents"
    heading: str
    max_level: int


Block = Heading | Paragraph | Bullets | Table | Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """owner : the municipality, empty where none is told; state : what has been decided, in a few words

    page : "Sida {page} av {pages}"; day : when it is written
    """

    title: str
    owner: str
    state: str
    language: PlanLanguage
    page: str
    day: date
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_text(self.title))
        object.__setattr__(self, "owner", clean_text(self.owner))
        object.__setattr__(self, "state", clean_text(self.state))

    @property
    def running_head(self) -> str:
        """What stands at the top of every page."""
        return f"{self.owner} · {self.title}" if self.owner else self.title


def join_texts(spans: Iterable[Span]) -> str:
    """The words without their looks."""
    return "".join(span.text for span in spans)


def say(text: str, *, strong: bool = False) -> Spans:
    """Words in the language of the document."""
    return (Span(text=text, is_strong=strong),) if text else ()


def quote(text: str, *, strong: bool = False) -> Spans:
    """Words of the municipality's or of the content's, which are Swedish whatever the document is in."""
    return (Span(text=text, is_strong=strong, language="sv"),) if text else ()


def link(text: str, address: str, *, swedish: bool = False) -> Spans:
    """Words that lead to an address of the web, or to # and an anchor; an address of another kind leads nowhere."""
    leads = address.startswith(("#", "https://", "http://"))
    return (Span(text=text, link=address if leads else "", language="sv" if swedish else None),)
