"""Where units of a description are moved on the page of a match.

Units of problem N are ticked (`pick`, each a position) and go where `to-N` says; a unit outside the problems has a
button of its own (`take`), and goes where `take-to` says, without that to a new problem.
"""

from collections.abc import Iterator, Mapping, Sequence

from starlette.datastructures import FormData

from api.pages.match.adjusted_problem import AdjustedProblem

NEW = ("A", "B", "C")
"""New problems that several units can be moved to at once."""
EACH = "each"
"""A new problem for each unit."""
NOWHERE = "none"


def read_moves(shown: Sequence[AdjustedProblem], fields: FormData) -> dict[int, str]:
    """position of a unit -> where it is moved: the number of a problem, one of NEW, EACH or NOWHERE."""
    owners = {position: number for number, problem in enumerate(shown, 1) for position in problem.positions}
    targets = {*map(str, range(1, len(shown) + 1)), *NEW, EACH, NOWHERE}
    asked = {**_read_picked(owners, fields), **_read_taken(owners, fields)}
    return {position: target for position, target in asked.items() if target in targets}


def read_picked(fields: FormData) -> Iterator[int]:
    """The positions that are ticked."""
    return _read_positions(fields, "pick")


def group_new(moves: Mapping[int, str]) -> list[tuple[int, ...]]:
    """The units of each new problem."""
    together = (tuple(sorted(p for p, target in moves.items() if target == name)) for name in NEW)
    return [*filter(None, together), *((position,) for position, target in sorted(moves.items()) if target == EACH)]


def _read_picked(owners: Mapping[int, int], fields: FormData) -> dict[int, str]:
    picked = [position for position in read_picked(fields) if position in owners]
    return {position: str(fields.get(f"to-{owners[position]}", "")) for position in picked}


def _read_taken(owners: Mapping[int, int], fields: FormData) -> dict[int, str]:
    taken = (position for position in _read_positions(fields, "take") if position not in owners)
    return {position: str(fields.get("take-to") or EACH) for position in taken}


def _read_positions(fields: FormData, name: str) -> Iterator[int]:
    return (int(value) for value in map(str, fields.getlist(name)) if value.isascii() and value.isdecimal())
