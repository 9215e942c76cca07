"""How the problems of a match were adjusted on its page: answered, left out, renamed, explained, put together, split.

The page is a plain form. Its problems are numbered from 1 and have a field each for `keep-N`, `title-N`, `cause-N` and
`merge-N`; buttons send `yes`, with the number of an uncertain problem and perhaps the area that it is about, or `no`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from starlette.datastructures import FormData

from api.pages.match.adjusted_problem import AdjustedProblem
from api.pages.match.moves import NOWHERE, group_new, read_moves
from kb.problems.adjust import MAX_CAUSE_CHARS, MAX_PROBLEMS, MAX_TITLE_CHARS

_ANSWER = re.compile(r"([1-9][0-9]?)(?::([a-z0-9-]+))?")


def read_adjustments(shown: Sequence[AdjustedProblem], fields: FormData) -> tuple[AdjustedProblem, ...]:
    """The problems that remain, in the order of the page, new ones after them and uncertain ones last.

    A problem that is left out is no part of one it was to be put together with, and lends it no title. Problems that
    each point to the other become one, with the title of the first. What finds no room among the problems stays.
    """
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    kept = [number for number in range(1, len(shown) + 1) if _is_kept(number, texts)]
    moves = read_moves(shown, fields)
    new = group_new(moves)[: MAX_PROBLEMS - len(kept)]
    reached = {*map(str, kept), NOWHERE}
    moves = {p: to for p, to in moves.items() if to in reached or any(p in group for group in new)}
    edited = {number: _move(_edit(shown[number - 1], number, texts), number, moves) for number in kept}
    target_of = {number: _find_target(number, texts, kept) for number in kept}
    problems = [_gather(target, target_of, edited) for target in dict.fromkeys(target_of.values())]
    every = [*problems, *(AdjustedProblem(positions=group) for group in new)]
    return tuple(sorted((problem for problem in every if problem.positions), key=lambda p: p.is_uncertain))


def _is_kept(number: int, texts: Mapping[str, str]) -> bool:
    """Whether the problem stays; a form without its fields says nothing of it."""
    is_unticked = f"title-{number}" in texts and f"keep-{number}" not in texts
    return not is_unticked and texts.get("no") != str(number)


def _edit(problem: AdjustedProblem, number: int, texts: Mapping[str, str]) -> AdjustedProblem:
    title = " ".join(texts.get(f"title-{number}", problem.shown).split())[:MAX_TITLE_CHARS]
    cause = texts.get(f"cause-{number}", problem.cause).strip()[:MAX_CAUSE_CHARS]
    answer = _ANSWER.fullmatch(texts.get("yes", ""))
    is_sure = answer is not None and int(answer[1]) == number
    return replace(
        problem,
        title=problem.title if title == problem.shown else title,
        cause="\n".join(cause.splitlines()),
        certainty=1.0 if is_sure else problem.certainty,
        area=(answer[2] if answer and is_sure else None) or problem.area,
    )


def _move(problem: AdjustedProblem, number: int, moves: Mapping[int, str]) -> AdjustedProblem:
    """The problem without the units that are moved away, and with those that are moved to it."""
    stay = [position for position in problem.positions if position not in moves]
    come = [position for position, target in moves.items() if target == str(number)]
    return replace(problem, positions=tuple(sorted({*stay, *come})))


def _find_target(number: int, texts: Mapping[str, str], kept: Sequence[int]) -> int:
    """Where following "put together with" ends; of problems in a circle the one with the lowest number."""
    path = [number]
    while (following := _as_number(texts.get(f"merge-{path[-1]}", ""))) in kept:
        if following in path:
            return min(path[path.index(following) :])
        path.append(following)
    return path[-1]


def _gather(target: int, target_of: Mapping[int, int], edited: Mapping[int, AdjustedProblem]) -> AdjustedProblem:
    """The problem with those that are put together with it: as sure as the surest of them, every cause kept."""
    numbers = [target, *(number for number, end in target_of.items() if end == target and number != target)]
    parts = [edited[number] for number in numbers]
    return replace(
        edited[target],
        positions=tuple(sorted(position for part in parts for position in part.positions)),
        cause="\n".join(filter(None, (part.cause for part in parts)))[:MAX_CAUSE_CHARS],
        certainty=max(part.certainty for part in parts),
        numbers=tuple(numbers),
    )


def _as_number(text: str) -> int:
    """The number, or -1 for what is none."""
    return int(text) if re.fullmatch(r"[1-9][0-9]?", text) else -1
