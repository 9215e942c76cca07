"""What is said of law names the paragraph, and was read in the statute on a day that is told."""

import re
from collections.abc import Iterator

from indexer.content.excerpt import quote_excerpt
from indexer.content.fault import Fault
from indexer.content.front_matter import Guidance
from indexer.content.read_content import Content, Entry
from kb.text.statutes import find_statutes

HEADING = "Juridik"
_PLACE = re.compile(r"§|\bkap\b|\bi sin helhet\b|\bhela lagen\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!SOU )(?<!Ds )(?<!dir\. )\b(?:1[89]|20)\d\d:\d+\b")


def check_law(content: Content) -> Iterator[Fault]:
    """Paragraphs under Juridik that name a statute without its paragraph, and statutes cited there but not checked.

    What was not read is told under unverified: a day that nobody stands for would be worse than none.
    """
    for entry in content.of("guidance"):
        if isinstance(entry.model, Guidance):
            yield from _check_paragraphs(entry)
            yield from _check_day(entry, entry.model)


def find_statute(text: str) -> str | None:
    """The first statute that a text names, by name or number; None where it names its paragraph too.

    >>> find_statute("Det följer av socialtjänstlagen.")
    'socialtjänstlagen'
    >>> find_statute("Det följer av 19 kap. 1 § socialtjänstlagen, se SOU 2021:85.")
    """
    if _PLACE.search(text):
        return None
    named = next((text[found.first : found.last] for found in find_statutes(text)), None)
    number = _NUMBER.search(text)
    return named or (number[0] if number else None)


def _check_paragraphs(entry: Entry) -> Iterator[Fault]:
    for block in entry.file.blocks:
        statute = find_statute(block.text) if block.heading == HEADING else None
        if statute:
            value = f"'{statute}' in {quote_excerpt(block.text)}"
            way_out = "name chapter and §, or say that the whole is meant"
            fault = "statute without paragraph"
            yield Fault(path=entry.file.path, line=block.line, fault=fault, value=value, way_out=way_out)


def _check_day(entry: Entry, model: Guidance) -> Iterator[Fault]:
    statutes = {source.id for source in model.sources if source.kind == "författning"}
    cited = {name for block in entry.file.blocks if block.heading == HEADING for name in block.citations}
    told = any(find_statutes(line) or _NUMBER.search(line) or "lag" in line.casefold() for line in model.unverified)
    if model.law_checked is None and cited & statutes and not told:
        way_out = "read each sentence beside the statute, and give the day; or say under unverified what was not read"
        yield entry.file.fault(("law_checked",), "law not checked", sorted(cited & statutes)[0], way_out)
