"""The measures, indicators and sources of a plan as rows of typed cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kb.plans.document.cited import Cited
from kb.plans.document.problem_part import find_proposed
from kb.plans.document.telling import Numbered, Telling
from kb.plans.document.words import Words
from kb.plans.working.action_plan import PlanProblem

CellKind = Literal["text", "day", "kronor", "number", "link"]
Cell = str | date | int | Decimal | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """width : in signs; sums : whether the sheet ends with its sum"""

    name: str
    width: int
    kind: CellKind = "text"
    sums: bool = False


@dataclass(frozen=True, slots=True)
class SheetTable:
    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]


def make_sheets(telling: Telling) -> tuple[SheetTable, ...]:
    """A sheet of measures, one of indicators, one of sources."""
    words = telling.words
    return (
        SheetTable(words["sheet_measures"], _list_measure_columns(words), tuple(_list_measures(telling))),
        SheetTable(words["sheet_indicators"], _list_indicator_columns(words), tuple(_list_indicators(telling))),
        SheetTable(words["sheet_sources"], _list_source_columns(words), tuple(_list_sources(telling.cited))),
    )


def _list_measure_columns(words: Words) -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(words["number"], 7),
        SheetColumn(words["problem"], 30),
        SheetColumn(words["measure"], 40),
        SheetColumn(words["own_column"], 8),
        SheetColumn(words["statutory_column"], 12),
        SheetColumn(words["responsible"], 26),
        SheetColumn(words["starts"], 12, "day"),
        SheetColumn(words["ends"], 12, "day"),
        SheetColumn(words["cost"], 14, "kronor", sums=True),
        SheetColumn(words["status"], 12),
        SheetColumn(words["how"], 50),
        SheetColumn(words["paid_from"], 28),
        SheetColumn(words["effect"], 22),
        SheetColumn(words["certainty"], 14),
        SheetColumn(words["grade"], 14),
        SheetColumn(words["note"], 40),
    )


def _list_measures(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    for _, problem, measures in telling.number_measures():
        for told in measures:
            yield _make_measure_row(told, problem, telling)


def _make_measure_row(told: Numbered, problem: PlanProblem, telling: Telling) -> tuple[Cell, ...]:
    """Where nothing is told, the cell is empty: a sheet is for sorting and summing."""
    measure, words = told.measure, telling.words
    planned = measure.planned
    return (
        told.number,
        telling.name_problem(problem),
        measure.title or words["without_title"],
        words["no" if planned else "yes"],
        words["yes" if measure.is_statutory else "no"],
        measure.responsible,
        measure.start,
        measure.end,
        measure.cost,
        telling.tell_status(measure),
        measure.text,
        measure.source,
        words[f"effect_{planned.effect}"] if planned and planned.effect else "",
        words[f"certainty_{planned.certainty}"] if planned and planned.certainty else "",
        words[f"rating_{planned.rating}"] if planned and planned.rating else "",
        measure.note,
    )


def _list_indicator_columns(words: Words) -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(words["problem"], 30),
        SheetColumn(words["indicator"], 44),
        SheetColumn(words["source"], 30),
        SheetColumn(words["responsible"], 26),
        SheetColumn(words["first_measuring"], 16, "day"),
        SheetColumn(words["latest_value"], 14, "number"),
        SheetColumn(words["latest_day"], 14, "day"),
    )


def _list_indicators(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    for problem in telling.plan.read.kept:
        for told in problem.indicators:
            if told.is_chosen:
                day, value = told.values[-1] if told.values else (None, None)
                source, _, owner = find_proposed(told, problem)
                name = telling.name_problem(problem)
                yield name, told.title, told.source or source, told.responsible or owner, told.first, value, day


def _list_source_columns(words: Words) -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(words["number"], 6, "number"),
        SheetColumn(words["publisher"], 30),
        SheetColumn(words["year"], 8, "number"),
        SheetColumn(words["title"], 70),
        SheetColumn(words["address"], 70, "link"),
    )


def _list_sources(cited: Cited) -> Iterator[tuple[Cell, ...]]:
    for n, source in enumerate(cited.sources, 1):
        yield n, source.publisher, source.year, source.title, source.url
