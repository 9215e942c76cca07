"""Slugs and codes in the front matter name something that exists."""

import re
from collections.abc import Iterator, Sequence

from indexer.content.fault import Fault
from indexer.content.front_matter import SLUG
from indexer.content.nearest import did_you_mean
from indexer.content.read_content import Content
from indexer.content.read_markdown import ContentFile, Location

PLACES: dict[str, tuple[tuple[Location, str], ...]] = {
    "guidance": (
        (("problem_areas", "primary"), "problem-areas"),
        (("problem_areas", "secondary"), "problem-areas"),
        (("related",), "guidance"),
    ),
    "problem-areas": ((("related",), "problem-areas"),),
    "experts": (
        (("problem_areas",), "problem-areas"),
        (("methods",), "guidance"),
        (("conflicts", "methods"), "guidance"),
        (("conflicts", "municipalities"), "municipality"),
        (("counties",), "county"),
    ),
}


def check_slugs(content: Content) -> Iterator[Fault]:
    """Names that no document, municipality or county has; a document related to itself; an area tagged twice."""
    known: dict[str, list[str]] = {name: content.slugs(name) for name in PLACES} | _codes(content)
    for entry in content.entries:
        if not re.fullmatch(SLUG, entry.file.slug):
            way_out = "use a-z, 0-9 and single dashes; the name is the document's address"
            yield entry.file.fault((), "file name is no slug", f"'{entry.file.slug}'", way_out)
        for location, kind in PLACES[entry.collection]:
            if kind in known:
                yield from _check_list(entry.file, location, kind, known[kind])
        related = entry.file.meta.get("related")
        if isinstance(related, list) and entry.file.slug in related:
            yield entry.file.fault(("related",), "related to itself", entry.file.slug, "remove it")
        yield from _check_tagged_twice(entry.file)
    yield from _check_examples(content, known["guidance"])


def _check_examples(content: Content, known: Sequence[str]) -> Iterator[Fault]:
    for placed in content.examples:
        relevant, avoid = placed.example.relevant.keys(), set(placed.example.avoid)
        for slug in sorted((relevant | avoid) - set(known)):
            way_out = did_you_mean(slug, known)
            yield Fault(
                path=placed.path, line=placed.line, fault="unknown guidance", value=f"'{slug}'", way_out=way_out
            )
        for slug in sorted(relevant & avoid):
            fault = "an example's document both answers and must be avoided"
            yield Fault(path=placed.path, line=placed.line, fault=fault, value=f"'{slug}'", way_out="keep it in one")


def _codes(content: Content) -> dict[str, list[str]]:
    """Nothing when the registers are damaged: that is a fault of its own, not one of every profile."""
    if content.registers is None:
        return {}
    towns = content.registers.municipalities
    return {"municipality": [t.code for t in towns], "county": sorted({t.county_code for t in towns})}


def _check_list(file: ContentFile, location: Location, kind: str, known: Sequence[str]) -> Iterator[Fault]:
    values = _at(file, location)
    for position, value in enumerate(values if isinstance(values, list) else []):
        slug = value.get("slug") if isinstance(value, dict) else value
        if slug not in known:
            way_out = did_you_mean(str(slug), known)
            yield file.fault((*location, position), f"unknown {kind.removesuffix('s')}", f"'{slug}'", way_out)


def _check_tagged_twice(file: ContentFile) -> Iterator[Fault]:
    primary, secondary = _at(file, ("problem_areas", "primary")), _at(file, ("problem_areas", "secondary"))
    if isinstance(primary, list) and isinstance(secondary, list):
        for slug in set(map(str, primary)) & set(map(str, secondary)):
            yield file.fault(("problem_areas",), "area is both primary and secondary", slug, "keep it as primary")


def _at(file: ContentFile, location: Location) -> object:
    value: object = file.meta
    for part in location:
        value = value.get(part) if isinstance(value, dict) else None
    return value
