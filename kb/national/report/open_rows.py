"""Rows that may be given to everybody: none is of fewer municipalities than five, nor can one be worked out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.national.report.figures import Figure, Measure
from kb.national.report.report import Row

FEW = 5
TOGETHER = "others"
"""The key of what was put together."""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """keys : of the rows that it is of, one unless they were put together"""

    keys: tuple[str, ...]
    figures: Mapping[Measure, float]


def open_rows(rows: Sequence[Row]) -> Sequence[OpenRow]:
    """The rows, those of few municipalities put together in one at the end; nothing where all of them are of few.

    What is put together takes more rows until each of its figures is of FEW municipalities, so that the total less what
    is shown tells of no fewer. A figure of none is of nobody.
    """
    whole = [row for row in rows if _is_of_many([row])]
    few = sorted((row for row in rows if row not in whole), key=_count_towns)
    while few and whole and not _is_of_many(few):
        smallest = min(whole, key=_count_towns)
        whole.remove(smallest)
        few.append(smallest)
    shown = [OpenRow((row.key,), {name: figure.value or 0 for name, figure in row.figures.items()}) for row in whole]
    if few and _is_of_many(few):
        shown.append(OpenRow(tuple(row.key for row in few), _add(few)))
    return shown


def may_tell(figure: Figure) -> bool:
    """Whether the figure is of nobody or of enough municipalities."""
    return not figure.cases or len(figure.towns) >= FEW


def _is_of_many(rows: Sequence[Row]) -> bool:
    """Whether every figure of them, taken together, is of FEW municipalities or of none."""
    measures = rows[0].figures
    towns = [frozenset().union(*(row.figures[name].towns for row in rows)) for name in measures]
    return all(not one or len(one) >= FEW for one in towns)


def _count_towns(row: Row) -> int:
    return len(frozenset().union(*(figure.towns for figure in row.figures.values())))


def _add(rows: Sequence[Row]) -> Mapping[Measure, float]:
    """Municipalities are counted once, the rest is summed."""
    return {name: _add_figures(name, [row.figures[name] for row in rows]) for name in rows[0].figures}


def _add_figures(name: Measure, figures: Sequence[Figure]) -> float:
    if name.endswith("_towns"):
        return len(frozenset().union(*(figure.towns for figure in figures)))
    if name == "cases":  # one that is of several areas is one case
        return len(frozenset().union(*(figure.cases for figure in figures)))
    return round(sum(figure.value or 0 for figure in figures), 2)
