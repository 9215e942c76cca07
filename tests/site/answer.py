"""A page as it was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml.html import HtmlElement

PARTS = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """method : GET or POST; path : with the query; body : as bytes, not compressed; html : the tree of what is HTML."""

    method: str
    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    html: HtmlElement

    @property
    def is_html(self) -> bool:
        return self.headers.get("content-type", "").startswith("text/html")

    @property
    def title(self) -> str:
        return (self.html.findtext("head/title") or "").strip()

    def parts(self) -> list[str]:
        """The addresses of what a browser fetches with the page, in order, each once."""
        return list(dict.fromkeys(self.html.xpath(PARTS)))

    def own_links(self) -> list[str]:
        """Links within the site, relative ones made whole, each once."""
        links = (urljoin(self.path, link) for link in self.html.xpath("//a/@href"))
        return list(dict.fromkeys(link for link in links if link.startswith("/") and not link.startswith("//")))

    def ids(self) -> list[str]:
        return list(map(str, self.html.xpath("//@id")))
