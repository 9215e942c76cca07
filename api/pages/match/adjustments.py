"""How the problems of a match were adjusted on its page: left out, renamed, put together, their passages moved.

The page is a plain form. Its problems are numbered from 1 and have a field each for `keep-N`, `title-N` and `merge-N`;
each passage of the description has a `passage-P`, P its position, with the number of its problem, `new` or nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

NEW = "new"
MAX_TITLE_CHARS = 200


@dataclass(frozen=True, slots=True)
class AdjustedProblem:
    """title : empty to be named by what it is about; positions : of its paragraphs, in order, at least one;
    numbers : of the problems on the page that it was made of, none for a new one
    """

    title: str
    positions: tuple[int, ...]
    numbers: tuple[int, ...]


def read_adjustments(fields: Mapping[str, str]) -> tuple[AdjustedProblem, ...] | None:
    """The problems that remain, in the order of the page; None when the fields are of no such page.

    A problem that is left out is no part of one it was to be put together with, and lends it no title. Problems that
    each point to the other become one, with the title of the first.
    """
    numbers = _numbers(fields, "title-")
    if not numbers:
        return None
    kept = [number for number in numbers if fields.get(f"keep-{number}")]
    target_of = {number: _find_target(number, fields, kept) for number in kept}
    passages = _read_passages(fields)
    problems = [_gather(target, target_of, passages, fields) for target in dict.fromkeys(target_of.values())]
    new = AdjustedProblem("", tuple(passages.get(NEW, ())), ())
    return tuple(problem for problem in (*problems, new) if problem.positions)


def _find_target(number: int, fields: Mapping[str, str], kept: list[int]) -> int:
    """Where following "put together with" ends; of problems in a circle the one with the lowest number."""
    path = [number]
    while (following := _as_number(fields.get(f"merge-{path[-1]}", ""))) in kept:
        if following in path:
            return min(path[path.index(following) :])
        path.append(following)
    return path[-1]


def _gather(
    target: int, target_of: Mapping[int, int], passages: Mapping[str, list[int]], fields: Mapping[str, str]
) -> AdjustedProblem:
    numbers = [target, *(number for number, end in target_of.items() if end == target and number != target)]
    positions = sorted(position for number in numbers for position in passages.get(str(number), ()))
    title = " ".join(fields[f"title-{target}"].split())[:MAX_TITLE_CHARS]
    return AdjustedProblem(title, tuple(positions), tuple(numbers))


def _read_passages(fields: Mapping[str, str]) -> dict[str, list[int]]:
    """number of a problem, or NEW -> positions of its passages."""
    held: dict[str, list[int]] = {}
    for position in _numbers(fields, "passage-"):
        held.setdefault(fields[f"passage-{position}"], []).append(position)
    return held


def _numbers(fields: Mapping[str, str], prefix: str) -> list[int]:
    """The numbers that stand after a prefix in the names of the fields, in order."""
    found = (_as_number(name.removeprefix(prefix)) for name in fields if name.startswith(prefix))
    return sorted(number for number in found if number >= 0)


def _as_number(text: str) -> int:
    """The number, or -1 for what is none."""
    return int(text) if re.fullmatch(r"0|[1-9][0-9]{0,5}", text) else -1
