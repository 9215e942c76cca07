"""A report worked by hand."""

from datetime import date

from kb.national.report.happened import ToldAsk
from kb.national.report.report import ADVISOR, NO_AREA, OTHER_AREAS, UNKNOWN, Report, Row, TableKey, make_report
from tests.kb.national.report.happen import (
    DAY,
    GROUPING,
    YEAR,
    make_advice,
    make_case,
    make_follow_up,
    make_happened,
)

BEFORE, AFTER = date(2024, 12, 31), date(2026, 1, 1)
HAPPENED = make_happened(
    cases=[
        make_case("a"),
        make_case("b", areas=("valfardsbrott", "klotter")),
        make_case("c", "1480"),
        make_case("d", "0180", state="declined", declined=DAY),
        make_case("old", "0182", created=BEFORE),
        make_case("new", "0184", created=AFTER),
    ],
    asks=[
        ToldAsk(case_id="c", expert="est-stod", day=DAY),
        ToldAsk(case_id="old", expert="est-stod", day=BEFORE),
    ],
    advice=[
        make_advice("a", 2.5),
        make_advice("a", 1.0, form="på plats", expert=None),
        make_advice("b", 4.0, area="valfardsbrott", expert="borta"),
        make_advice("old", 3.0),
        make_advice("old", 9.0, day=AFTER),
    ],
    follow_ups=[make_follow_up("a"), make_follow_up("b", None), make_follow_up("old", day=BEFORE)],
)
REPORT = make_report(HAPPENED, GROUPING, YEAR)


def read(report: Report, table: TableKey) -> dict[str, list[float | None]]:
    return {row.key: _read(row) for row in report.tables[table]}


def _read(row: Row) -> list[float | None]:
    return [figure.value for figure in row.figures.values()]


def test_cases_count_by_the_day_of_the_request_and_advice_by_its_own() -> None:
    assert {key: figure.value for key, figure in REPORT.total.items()} == {
        "asked_towns": 3,
        "cases": 4,
        "offered_towns": 3,
        "received_towns": 2,
        "occasions": 4,
        "hours": 10.5,
    }
    assert REPORT.declined.value == 1


def test_each_figure_knows_its_cases() -> None:
    assert REPORT.total["cases"].cases == {"a", "b", "c", "d"}
    assert REPORT.total["hours"].cases == {"a", "b", "old"}
    assert REPORT.total["offered_towns"].cases == {"a", "b", "c", "old"}
    assert REPORT.declined.cases == {"d"}


def test_places_have_all_that_is_theirs() -> None:
    assert read(REPORT, "counties") == {"01": [1, 1, 1, 1, 1, 3.0], "14": [2, 3, 2, 1, 3, 7.5]}
    assert read(REPORT, "towns") == {
        "0180": [1, 0, 0],
        "0182": [0, 1, 3.0],
        "1480": [1, 0, 0],
        "1490": [2, 3, 7.5],
    }
    assert read(REPORT, "classes") == {
        "särskilt utsatt": [1, 2, 1, 1, 3, 7.5],
        "utsatt": [1, 1, 1, 0, 0, 0],
        NO_AREA: [1, 1, 1, 1, 1, 3.0],
    }


def test_advice_counts_where_it_was_about_and_requests_where_they_were() -> None:
    assert read(REPORT, "areas") == {
        "klotter": [1, 1, 0, 0, 0, 0],
        "nyrekrytering": [3, 3, 3, 2, 3, 6.5],
        "valfardsbrott": [1, 1, 1, 1, 1, 4.0],
    }
    assert read(REPORT, "focus") == {
        "F2": [3, 3, 3, 2, 3, 6.5],
        "F4": [1, 1, 1, 1, 1, 4.0],
        "F5": [1, 1, 1, 1, 1, 4.0],
        OTHER_AREAS: [1, 1, 0, 0, 0, 0],
    }


def test_who_gave_it_and_how() -> None:
    assert read(REPORT, "forms") == {"på plats": [1, 1, 1.0], "digitalt": [2, 3, 9.5]}
    assert read(REPORT, "givers") == {ADVISOR: [1, 1, 1.0], "borta": [1, 1, 4.0], "est-stod": [2, 2, 5.5]}
    assert read(REPORT, "kinds") == {ADVISOR: [1, 1, 1.0], "kommun": [2, 2, 5.5], UNKNOWN: [1, 1, 4.0]}


def test_means_of_few_answers_are_not_told() -> None:
    (result,) = REPORT.results
    assert (result.sent.value, result.answered.value, result.used["yes"].value) == (2, 1, 1)
    assert (result.helped.value, result.quality.value) == (None, None)
    cases = [make_case(f"{n}", f"14{n:02}") for n in range(5)]
    told = make_happened(cases, follow_ups=[make_follow_up(case.id, n + 1) for n, case in enumerate(cases)])
    (result,) = make_report(told, GROUPING, YEAR).results
    assert result.helped.value == 3.0


def test_of_a_time_without_anything_there_is_nothing() -> None:
    report = make_report(make_happened([]), GROUPING, YEAR)
    assert {figure.value for figure in report.total.values()} == {0}
    assert not any(report.tables.values())
    assert report.results == []
