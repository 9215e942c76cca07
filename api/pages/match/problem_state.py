"""The problems of a page in one field, so that the page after it can lead back to them.

A browser asks before it goes back to an answer that is not stored; a button that sends the former problems does not.
"""

import json
from collections.abc import Sequence

from pydantic import TypeAdapter, ValidationError

from api.pages.match.adjustments import AdjustedProblem
from kb.problems.problem import Problem

_STATE = TypeAdapter(list[tuple[str, list[int]]])


def write_state(problems: Sequence[Problem]) -> str:
    """The problems as the value of a field."""
    state = [(problem.title, [paragraph.position for paragraph in problem.paragraphs]) for problem in problems]
    return json.dumps(state, ensure_ascii=False)


def read_state(value: str) -> tuple[AdjustedProblem, ...] | None:
    """The problems of such a value; None for one that is empty or none.

    >>> read_state('[["Torget", [2, 6]]]')
    (AdjustedProblem(title='Torget', positions=(2, 6), numbers=()),)
    """
    try:
        state = _STATE.validate_json(value)
    except ValidationError:
        return None
    return tuple(AdjustedProblem(title, tuple(positions), ()) for title, positions in state) or None
