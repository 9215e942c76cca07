"""What is claimed has a source where it is claimed."""

import re
from collections.abc import Iterator

from indexer.content.excerpt import quote_excerpt
from indexer.content.fault import Fault
from indexer.content.read_content import Content, Entry

CLAIMING = {
    "guidance": ("I korthet", "Så fungerar den", "Evidens", "Exempel", "Juridik"),
    "problem-areas": ("Fakta",),
    "experts": ("Bakgrund",),
}
"""Sections that say how something is; the others advise, and advice needs no source."""

_STATUTE = re.compile(r"\b\d{4}(?:/\d{2,4})?:\d+")
_NUMBER_WORDS = (
    "en ett två tre fyra fem sex sju åtta nio tio elva tolv femton tjugo trettio fyrtio femtio sextio sjuttio åttio "
    "nittio hundra"
)
_PERCENTAGE = re.compile(rf"(?:\d|\b(?:{'|'.join(_NUMBER_WORDS.split())}))\s*(?:%|procent)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d{2}\b")
WAY_OUT = "cite where it is from, [@id]"


def check_claims(content: Content) -> Iterator[Fault]:
    """Claim-bearing sections without a source, and paragraphs or list items with a percentage or year without one."""
    for entry in content.entries:
        yield from _check_sections(entry)
        yield from _check_figures(entry)


def find_figure(text: str) -> str | None:
    """The first percentage or year of the text; the number of a statute is no year.

    >>> find_figure("Enligt lag (2023:196) och prop. 2024/25:65 minskade brotten 2021")
    '2021'
    """
    plain = _STATUTE.sub("", text)
    match = _PERCENTAGE.search(plain) or _YEAR.search(plain)
    return match[0] if match else None


def _check_sections(entry: Entry) -> Iterator[Fault]:
    cited = {block.heading for block in entry.file.blocks if block.citations}
    for placed in entry.file.sections:
        heading = placed.section.heading
        if placed.section.level == 2 and heading in CLAIMING[entry.collection] and heading not in cited:
            yield Fault(
                path=entry.file.path,
                line=placed.line,
                fault="section without a source",
                value=f"## {heading}",
                way_out=WAY_OUT,
            )


def _check_figures(entry: Entry) -> Iterator[Fault]:
    for block in entry.file.blocks:
        figure = find_figure(block.text)
        if figure and not block.citations:
            value = f"'{figure}' in {quote_excerpt(block.text)}"
            yield Fault(
                path=entry.file.path,
                line=block.line,
                fault="figure or year without a source",
                value=value,
                way_out=WAY_OUT,
            )
