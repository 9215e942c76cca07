"""What everybody may have tells of no fewer than five municipalities, whatever is worked out of it."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kb.national.report.figures import Figure
from kb.national.report.open_rows import FEW, open_rows
from kb.national.report.report import Row, make_report
from tests.kb.national.report.happen import GROUPING, YEAR, make_advice, make_case, make_happened

TOWNS = st.integers(0, 30).map(lambda n: f"{n % 6:02}{n:02}")


def make_row(key: str, n_towns: int, hours: float = 1.0) -> Row:
    towns = frozenset(f"{key}{n}" for n in range(n_towns))
    return Row(key, {"received_towns": Figure(n_towns, towns, towns), "hours": Figure(hours * n_towns, towns, towns)})


def test_rows_of_many_stand_as_they_are() -> None:
    assert [row.keys for row in open_rows([make_row("a", 5), make_row("b", 9)])] == [("a",), ("b",)]


def test_those_of_few_are_put_together_with_the_smallest_of_many_until_they_are_many() -> None:
    shown = open_rows([make_row("a", 9), make_row("b", 5), make_row("c", 2)])
    assert [(row.keys, row.figures["hours"]) for row in shown] == [(("a",), 9.0), (("c", "b"), 7.0)]


def test_where_all_are_of_few_nothing_is_shown() -> None:
    assert open_rows([make_row("a", 2), make_row("b", 1)]) == []


@given(st.lists(st.tuples(TOWNS, st.floats(0.5, 8)), max_size=60), st.lists(TOWNS, max_size=40))
def test_what_is_shown_and_what_is_left_are_of_five_or_of_none(
    advice: Sequence[tuple[str, float]], asked: Sequence[str]
) -> None:
    towns = sorted({*asked, *(town for town, _ in advice)})
    cases = [make_case(town, town, created=YEAR.first if town in asked else YEAR.first.replace(2024)) for town in towns]
    happened = make_happened(cases, advice=[make_advice(town, hours) for town, hours in advice])
    rows = make_report(happened, GROUPING, YEAR).tables["counties"]
    by_key = {row.key: row for row in rows}
    shown = open_rows(rows)
    left = [row.key for row in rows if not any(row.key in one.keys for one in shown)]
    assert not left or not shown
    for one in shown:
        for measure in one.figures:
            behind = frozenset[str]().union(*(by_key[key].figures[measure].towns for key in one.keys))
            assert not behind or len(behind) >= FEW
