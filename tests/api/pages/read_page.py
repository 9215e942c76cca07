"""A page as a reader without a browser sees it: its elements in order, each closed where it should be."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


@dataclass
class Element:
    """text: what stands in it and in what it holds."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass(frozen=True)
class Page:
    elements: list[Element]

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def by_id(self, name: str) -> Element:
        (element,) = [element for element in self.elements if element.attributes.get("id") == name]
        return element

    def links(self) -> Iterator[str]:
        """Where the page leads."""
        return (element.attributes["href"] for element in self.all("a"))


@dataclass
class _Reader(HTMLParser):
    page: Page = field(default_factory=lambda: Page([]))
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.page.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def close(self) -> None:
        super().close()
        assert self._open == [], f"never closed: {self._open}"


def read_page(html: str) -> Page:
    """The page; an element that is not closed, or not where it should be, is an assertion error."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page
