"""The chapter of sources, each with its address."""

from collections.abc import Iterator

from kb.plans.document.blocks import Block, Heading, Paragraph, Span, Spans, link, quote, say
from kb.plans.document.telling import Telling
from kb.plans.plan import PlannedSource


def tell_sources(telling: Telling) -> Iterator[Block]:
    """Each source with its number under a heading of its own level, so that its number can lead to it."""
    words, sources = telling.words, telling.cited.sources
    if not sources:
        return
    yield Heading(level=1, spans=say(words["sources"]), anchor="sources", starts_page=True)
    yield Paragraph(say(words["sources_lead"]), "note")
    for n, source in enumerate(sources, 1):
        yield Paragraph(_tell(n, source), anchor=f"s{n}")


def _tell(n: int, source: PlannedSource) -> Spans:
    year = f" ({source.year})" if source.year else ""
    told = (Span(text=f"[{n}] "), *quote(f"{source.publisher}{year}: {source.title}"))
    return (*told, Span(text=". "), *link(source.url, source.url)) if source.url else told
