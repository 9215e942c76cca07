"""A page as it was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from benchmarks.site.html import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """kind : the route, such as "/vagledning/{slug}" or "POST /matcha"; body : as bytes, not compressed.

    elapsed_ms : what the server took, in process, by the wall clock
    """

    kind: str
    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    html: Html
    elapsed_ms: float

    @property
    def is_html(self) -> bool:
        return self.headers.get("content-type", "").startswith("text/html")

    def parts(self) -> list[str]:
        """The addresses of what a browser fetches with the page, in order, each once."""
        fetched = [
            e.attributes["href"] for e in self.html.all("link") if e.attributes.get("rel") in ("stylesheet", "icon")
        ]
        fetched += [e.attributes["src"] for e in self.html.all("script", "img") if "src" in e.attributes]
        return list(dict.fromkeys(fetched))

    def own_links(self) -> list[str]:
        """Links within the site, relative ones made whole, each once."""
        links = (link for link in self.html.links() if not urlsplit(link).scheme and not link.startswith("//"))
        whole = (self.path.partition("?")[0] + link if link.startswith("#") else link for link in links)
        return list(dict.fromkeys(link for link in whole if link.startswith("/")))
