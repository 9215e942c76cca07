"""A page's elements in order, with their attributes and the text within."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    {"meta", "link", "input", "br", "hr", "img", "source", "wbr", "area", "base", "col", "embed", "track"}
)


@dataclass(slots=True)
class Element:
    """text : what stands in it and in what it holds; alt texts of images count as text.

    parents : the elements it stands in, outermost first
    """

    tag: str
    attributes: Mapping[str, str]
    parents: tuple["Element", ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Html:
    elements: Sequence[Element]

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def within(self, outer: Element, *tags: str) -> list[Element]:
        return [element for element in self.all(*tags) if any(parent is outer for parent in element.parents)]

    def ids(self) -> set[str]:
        return {element.attributes["id"] for element in self.elements if "id" in element.attributes}

    def links(self) -> Iterator[str]:
        """Where the page leads."""
        return (element.attributes["href"] for element in self.all("a") if "href" in element.attributes)


def read_html(text: str) -> Html:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Html(reader.elements)


@dataclass
class _Reader(HTMLParser):
    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open))
        self.elements.append(element)
        if tag == "img":
            self.handle_data(element.attributes.get("alt", ""))
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in (element.tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data
