"""The problems of a description as the user wants them, in a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from kb.errors import AdjustmentRejected
from kb.problems.adjust import Adjustment

Command = TypeVar("Command", bound=Callable[..., Any])
_WAY_OUT = "give what `kb match --json` wrote, or its list of problems"


@dataclass(frozen=True, slots=True)
class _Unit:
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problem:
    units: tuple[int | _Unit, ...]
    title: str | None = None
    cause: str = ""
    certainty: float = 1.0
    area: str | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    problems: tuple[_Problem, ...]


def problems_option(command: Command) -> Command:
    return click.option(
        "--problems",
        type=click.Path(path_type=Path),
        help="JSON of `kb match --json`, its problems split, merged, dropped, renamed or given causes; then taken so.",
    )(command)


def read_problems_file(file: Path | None) -> list[Adjustment] | None:
    """The problems in the file, None without one; what else the file says is not read.

    Raises
    ------
    AdjustmentRejected : no such file, or not such JSON
    """
    if file is None:
        return None
    if not file.is_file():
        raise AdjustmentRejected(f"{file.name}: no such file; {_WAY_OUT}")
    try:
        found = msgspec.json.decode(file.read_bytes(), type=_Answer | tuple[_Problem, ...])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise AdjustmentRejected(f"{file.name}: {error}; {_WAY_OUT}") from error
    problems = found.problems if isinstance(found, _Answer) else found
    return [
        Adjustment(p.title, tuple(map(_position, p.units)), p.cause, certainty=p.certainty, area=p.area)
        for p in problems
    ]


def _position(unit: int | _Unit) -> int:
    return unit if isinstance(unit, int) else unit.position
