"""The problems of a page in one field: what its answer is changed from, and what the page after it can lead back to.

A browser asks before it goes back to an answer that is not stored; a button that sends the former problems does not.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.pages.match.adjusted_problem import AdjustedProblem

N_DIGITS = 16


class _Problem(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str
    shown: str
    units: Annotated[list[int], Field(min_length=1)]
    cause: str
    certainty: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
    area: str


class _State(BaseModel):
    text: str
    problems: list[_Problem]


def write_state(problems: Sequence[AdjustedProblem], text: str) -> str:
    """The problems of a text as the value of a field."""
    told = [
        {
            "title": problem.title,
            "shown": problem.shown,
            "units": problem.positions,
            "cause": problem.cause,
            "certainty": problem.certainty,
            "area": problem.area,
        }
        for problem in problems
    ]
    return json.dumps({"text": _digest(text), "problems": told}, ensure_ascii=False)


def read_state(value: str, text: str) -> tuple[AdjustedProblem, ...] | None:
    """The problems of such a value; None for one that is none, or of another text.

    >>> problem = AdjustedProblem(title="Torget", shown="Torget", positions=(2, 6), numbers=(1,))
    >>> read_state(write_state([problem], "Bråk på torget."), "Bråk  på torget.\\r\\n") == (problem,)
    True
    >>> read_state(write_state([problem], "Bråk på torget."), "Bråk i parken.")
    """
    try:
        state = _State.model_validate_json(value)
    except ValidationError:
        return None
    if state.text != _digest(text):
        return None
    return tuple(_read(number, problem) for number, problem in enumerate(state.problems, 1))


def _read(number: int, problem: _Problem) -> AdjustedProblem:
    return AdjustedProblem(
        title=problem.title,
        shown=problem.shown,
        positions=tuple(problem.units),
        cause=problem.cause,
        certainty=problem.certainty,
        area=problem.area,
        numbers=(number,),
    )


def _digest(text: str) -> str:
    """What a browser does to the ends of lines changes nothing."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:N_DIGITS]
