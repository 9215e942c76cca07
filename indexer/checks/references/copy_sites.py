"""Sources are where they were published, never a site that keeps copies of others' reports."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from indexer.content.editorial_list import read_list
from indexer.content.fault import Fault
from indexer.content.read_content import Content, Entry


def check_copy_sites(content: Content) -> Iterator[Fault]:
    """Sources and links that lead to a site of `editorial/copy-sites.csv`."""
    listed = read_list(content, "copy-sites.csv", ("site", "why"))
    yield from listed.faults
    sites = {row.cells["site"]: row.cells["why"] for row in listed.rows}
    for entry in content.entries:
        for line, address in _addresses(entry):
            if site := find_site(address, sites):
                way_out = f"{sites[site]}; name the page of who published it, or null"
                yield Fault(path=entry.file.path, line=line, fault="copy site", value=address, way_out=way_out)


def find_site(address: str, sites: Mapping[str, str]) -> str | None:
    """The site of the list that an address is at, its subdomains among them.

    >>> find_site("https://www.docplayer.se/123", {"docplayer.se": "kopior"})
    'docplayer.se'
    >>> find_site("https://bra.se/docplayer.se", {"docplayer.se": "kopior"})
    """
    host = (urlsplit(address).hostname or "").casefold()
    return next((site for site in sites if host == site or host.endswith(f".{site}")), None)


def _addresses(entry: Entry) -> Iterator[tuple[int, str]]:
    sources = entry.file.meta.get("sources")
    for position, source in enumerate(sources if isinstance(sources, list) else []):
        if isinstance(source, dict) and source.get("url"):
            yield entry.file.line_of(("sources", position, "url")), str(source["url"])
    for link in entry.file.links:
        yield link.line, link.target
