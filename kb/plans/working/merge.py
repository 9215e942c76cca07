"""Two people's edits of the same version of a plan, brought together field by field."""

from dataclasses import dataclass

from kb.plans.working.edit import list_edits, write_over
from kb.plans.working.working_plan import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field that both wrote, each something else; an empty text where the field was emptied."""

    path: str
    base: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Merged:
    """written : theirs and mine; where they conflict theirs, which was saved first"""

    written: Written
    conflicts: tuple[Conflict, ...]


def merge(base: Written, theirs: Written, mine: Written) -> Merged:
    """What is written when both have edited `base`: no field is lost, for what does not stand in it is a conflict.

    >>> merge({"title": "A"}, {"title": "B"}, {"title": "A", "summary": "C"}).written
    {'title': 'B', 'summary': 'C'}
    """
    of_them, of_me = list_edits(base, theirs), list_edits(base, mine)
    conflicts = tuple(
        Conflict(path=path, base=base.get(path, ""), theirs=of_them[path], mine=text)
        for path, text in of_me.items()
        if of_them.get(path, text) != text
    )
    conflicting = {conflict.path for conflict in conflicts}
    free = {path: text for path, text in of_me.items() if path not in conflicting}
    return Merged(write_over(theirs, free), conflicts)
