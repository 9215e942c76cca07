"""A method that is advised against is nowhere suggested, and says so itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from indexer.content.fault import Fault
from indexer.content.front_matter import Expert, Guidance
from indexer.content.read_content import Content, Entry
from indexer.content.read_markdown import Link

_WARNING = re.compile(r"\bavråd", re.IGNORECASE)


def check_advised_against(content: Content) -> Iterator[Fault]:
    """Links, related and experts' methods that lead to what is advised against, and such documents without a warning.

    A link is no suggestion when its paragraph says that the method is advised against.
    """
    harmful = {
        entry.file.slug: entry
        for entry in content.of("guidance")
        if isinstance(entry.model, Guidance) and entry.model.recommendation == "avråds"
    }
    for entry in harmful.values():
        yield from _check_warning(entry)
    paths = {entry.file.path.resolve(): slug for slug, entry in harmful.items()}
    for entry in content.entries:
        yield from _check_fields(entry, harmful)
        for link in entry.file.links:
            yield from _check_link(entry, link, paths)


def _check_warning(entry: Entry) -> Iterator[Fault]:
    brief = [block for block in entry.file.blocks if block.heading == "I korthet"]
    if not any(_WARNING.search(block.text) for block in brief):
        line = next((p.line for p in entry.file.sections if p.section.heading == "I korthet"), 1)
        way_out = "write 'avråds' in I korthet, and why"
        yield Fault(
            path=entry.file.path,
            line=line,
            fault="advised against without saying so",
            value=entry.file.slug,
            way_out=way_out,
        )


def _check_fields(entry: Entry, harmful: dict[str, Entry]) -> Iterator[Fault]:
    model = entry.model
    if isinstance(model, Guidance):
        named = [(("related", position), slug) for position, slug in enumerate(model.related)]
    elif isinstance(model, Expert):
        named = [(("methods", position), method.slug) for position, method in enumerate(model.methods)]
    else:
        named = []
    for place, slug in named:
        if slug in harmful:
            yield entry.file.fault(place, f"{place[0]} names what is advised against", slug, "remove it")


def _check_link(entry: Entry, link: Link, paths: dict[Path, str]) -> Iterator[Fault]:
    slug = paths.get((entry.file.path.parent / link.target.partition("#")[0]).resolve())
    if slug is None or slug == entry.file.slug:
        return
    text = " ".join(block.text for block in entry.file.blocks if block.line == link.line)
    if not _WARNING.search(text):
        way_out = "remove the link, or say in the paragraph that the method is 'avråds'"
        yield Fault(
            path=entry.file.path,
            line=link.line,
            fault="link suggests what is advised against",
            value=slug,
            way_out=way_out,
        )
