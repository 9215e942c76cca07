"""Links between documents lead somewhere; links outwards have a kind of address that readers can follow."""

from collections.abc import Iterator
from pathlib import Path

from indexer.content.fault import Fault
from indexer.content.nearest import did_you_mean
from indexer.content.read_content import Content, Entry
from indexer.content.read_markdown import Link


def check_links(content: Content) -> Iterator[Fault]:
    """Dead internal links and anchors, and unknown kinds of address."""
    anchors = {e.file.path.resolve(): {p.section.anchor for p in e.file.sections} for e in content.entries}
    for entry in content.entries:
        for link in entry.file.links:
            yield from _check_link(entry, link, anchors)


def _check_link(entry: Entry, link: Link, anchors: dict[Path, set[str]]) -> Iterator[Fault]:
    path = entry.file.path
    if link.target.startswith(("https://", "http://", "mailto:")):
        return
    if ":" in link.target.split("/")[0]:
        yield Fault(
            path=path,
            line=link.line,
            fault="unknown kind of link",
            value=link.target,
            way_out="link to a .md file or an https address",
        )
        return
    target, _, anchor = link.target.partition("#")
    file = (path.parent / target).resolve() if target else path.resolve()
    if file not in anchors:
        names = [p.name for p in anchors]
        yield Fault(
            path=path,
            line=link.line,
            fault="dead link",
            value=link.target,
            way_out=did_you_mean(Path(target).name, names),
        )
    elif anchor and anchor not in anchors[file]:
        yield Fault(
            path=path,
            line=link.line,
            fault="dead anchor",
            value=link.target,
            way_out=did_you_mean(anchor, sorted(anchors[file])),
        )
