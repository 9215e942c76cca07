"""Each citation has its source and each source its citation."""

from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.nearest import did_you_mean
from indexer.content.read_content import Content, Entry


def check_sources(content: Content) -> Iterator[Fault]:
    """Citations of an unknown source, sources given twice, and (as warnings) sources that nothing cites."""
    for entry in content.entries:
        if entry.model is not None:
            yield from _check_entry(entry)


def _check_entry(entry: Entry) -> Iterator[Fault]:
    file = entry.file
    ids = [str(source["id"]) for source in file.meta["sources"]]
    used = {name for placed in file.sections for name in placed.section.citations}
    for placed in file.sections:
        for name in placed.section.citations:
            if name not in ids:
                yield Fault(
                    path=file.path,
                    line=placed.line,
                    fault="citation without a source",
                    value=f"[@{name}]",
                    way_out=did_you_mean(name, ids),
                )
    for position, item in enumerate(file.meta.get("evidence") or []):
        used.update(item["sources"])
        for name in item["sources"]:
            if name not in ids:
                place = ("evidence", position, "sources")
                yield file.fault(place, "evidence without a listed source", name, did_you_mean(name, ids))
        for rating in item.get("outside") or []:
            used.add(rating["source"])
            if rating["source"] not in ids:
                place = ("evidence", position, "outside")
                way_out = did_you_mean(rating["source"], ids)
                yield file.fault(place, "rating without a listed source", rating["source"], way_out)
    for position, name in enumerate(ids):
        if name in ids[:position]:
            yield file.fault(("sources", position), "source given twice", name, "keep one of them")
        elif name not in used:
            way_out = "cite it where it is used, or remove it"
            yield file.fault(("sources", position), "source never cited", name, way_out, is_warning=True)
