"""A page as a reader without a browser sees it: its elements in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from tests.api.pages.nesting import check_nesting


@dataclass(frozen=True, slots=True)
class Element:
    """text: what stands in it and in what it holds."""

    tag: str
    attributes: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    elements: list[Element]

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def by_id(self, name: str) -> Element:
        (element,) = [element for element in self.elements if element.attributes.get("id") == name]
        return element

    def of_class(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.attributes.get("class", "").split()]

    def links(self) -> Iterator[str]:
        """Where the page leads."""
        return (element.attributes["href"] for element in self.all("a"))


def read_page(text: str) -> Page:
    """The page, or the part of one; an element that is not closed, or not where it should be, is an assertion error."""
    check_nesting(text)
    found = html.fromstring(text).iter("*")
    return Page([Element(element.tag, dict(element.attrib), element.text_content()) for element in found])
