"""What a missing optional field costs the reader who would have found the document by it."""

from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.read_content import Content
from kb.vocabulary import ASSESSED_KINDS

COSTS = {
    "target_groups": "invisible to the target group filter",
    "settings": "invisible to the setting filter",
    "run_by": "nobody sees who runs it",
    "ages": "shown for every age",
    "cost": "nobody sees what it costs",
    "requires": "nobody is warned of what must be in place",
    "related": "a dead end: no way to its neighbours",
    "asked_as": "found only in its own words, not in people's",
}


def check_missing(content: Content) -> Iterator[Fault]:
    """Warnings, one a field that is left out of a method and would have been used."""
    for entry in content.of("guidance"):
        if entry.model is None or entry.file.meta.get("kind") not in ASSESSED_KINDS:
            continue
        for field, cost in COSTS.items():
            if field not in entry.file.meta or entry.file.meta[field] in ([], {}):
                yield entry.file.fault((), f"no {field}", "nothing", f"{cost}; add it", is_warning=True)
    for entry in content.of("problem-areas"):
        if entry.model is not None and not entry.file.meta.get("asked_as"):
            yield entry.file.fault((), "no asked_as", "nothing", f"{COSTS['asked_as']}; add it", is_warning=True)
