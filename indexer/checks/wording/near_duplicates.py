"""A paragraph is written once: what stands in two documents goes out of step in one of them."""

from collections.abc import Iterator
from datetime import date

from indexer.checks.wording.alike import AlikeText, find_alike, find_shingles, read_allowed
from indexer.content.editorial_list import EditorialList, Row
from indexer.content.excerpt import quote_excerpt
from indexer.content.fault import Fault
from indexer.content.read_content import Content

MIN_HELD = 0.6
"""Share of an allowed text's shingles that a document must have to count as holding it."""


def check_near_duplicates(content: Content) -> Iterator[Fault]:
    """Pairs of nearly the same paragraph in two documents, and rows of the allow-list that allow nothing."""
    allowed = read_allowed(content)
    yield from allowed.faults
    for row in allowed.rows:
        yield from _check_row(content, allowed, row)
    blocks = [AlikeText(entry, b.line, b.text) for entry in content.entries for b in entry.file.blocks]
    for pair in find_alike(blocks, allowed):
        other = f"{pair.first.entry.file.path}:{pair.first.line}"
        value = f"{pair.likeness:.0%} as {other}: {quote_excerpt(pair.second.text)}"
        way_out = f"write it for this document, link to the other, or list the wording in {allowed.path.name}"
        yield Fault(
            path=pair.second.entry.file.path,
            line=pair.second.line,
            fault="near-duplicate paragraph",
            value=value,
            way_out=way_out,
        )


def _check_row(content: Content, allowed: EditorialList, row: Row) -> Iterator[Fault]:
    if not _is_past(row.cells["reviewed"], content.today):
        yield allowed.fault(row, "no day of review", row.cells["reviewed"], "give the day it was reviewed, 2026-11-22")
    wanted = find_shingles(row.cells["text"])
    shares = (
        len(wanted & {shingle for block in entry.file.blocks for shingle in find_shingles(block.text)}) / len(wanted)
        for entry in content.entries
        if wanted
    )
    if sum(share >= MIN_HELD for share in shares) < 2:
        yield allowed.fault(row, "allowed wording is in fewer than two documents", row.cells["text"], "remove the row")


def _is_past(text: str, today: date) -> bool:
    try:
        return date.fromisoformat(text) <= today
    except ValueError:
        return False
