"""Statistics kept: replaced by measure, never half."""

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from api.store.database import Database
from api.store.national.statistics import (
    has_statistics,
    list_measures,
    list_statistics,
    list_towns_with_sizes,
    read_newest_values,
    remove_measure,
    replace_measures,
)
from kb.national.statistics.statistic import Statistic
from tests.fakes.moments import NOON


def make_statistic(**changed: Any) -> Statistic:
    fields: dict[str, Any] = {
        "municipality_code": "0331",
        "year": 2024,
        "measure": "Inbrott",
        "value": 10.0,
        "source_url": "https://statistik.example.se",
        "area": "stold-inbrott",
    }
    return Statistic(**{**fields, **changed})


def load(database: Database, *statistics: Statistic) -> None:
    with database.session() as session:
        replace_measures(session, statistics, NOON)


def test_a_load_replaces_its_measures_and_no_others(database: Database) -> None:
    load(database, make_statistic(), make_statistic(year=2023), make_statistic(measure="Invånare", area=""))
    load(database, make_statistic(value=7.0))
    with database.reading() as session:
        told = {(row.measure, row.year): row.value for row in list_statistics(session, "0331")}
    assert told == {("Inbrott", 2024): 7.0, ("Invånare", 2024): 10.0}


def test_a_load_that_fails_leaves_what_there_was(database: Database) -> None:
    load(database, make_statistic())
    with pytest.raises(IntegrityError):
        load(database, make_statistic(value=1.0), make_statistic(value=2.0))
    with database.reading() as session:
        assert [row.value for row in list_statistics(session, "0331")] == [10.0]


def test_what_is_loaded_is_listed(database: Database) -> None:
    load(
        database,
        make_statistic(year=2022),
        make_statistic(year=2024),
        make_statistic(municipality_code="0180"),
        make_statistic(measure="Invånare", area=""),
    )
    with database.reading() as session:
        first, second = list_measures(session)
        assert has_statistics(session)
        assert list_towns_with_sizes(session) == {"0331", "0180"}
    assert (first.measure, first.area, first.years, first.n_municipalities, first.n_values, first.loaded) == (
        "Inbrott",
        "stold-inbrott",
        (2022, 2024),
        2,
        3,
        NOON,
    )
    assert (second.measure, second.area) == ("Invånare", "")


def test_the_newest_year_of_a_measure_is_one_year_for_all(database: Database) -> None:
    load(
        database,
        make_statistic(),
        make_statistic(year=2023, value=3.0),
        make_statistic(municipality_code="0180", year=2023),
    )
    with database.reading() as session:
        assert read_newest_values(session, "Inbrott") == {"0331": 10.0}
        assert read_newest_values(session, "Okänt") == {}


def test_a_measure_is_taken_away(database: Database) -> None:
    load(database, make_statistic())
    with database.session() as session:
        assert remove_measure(session, "Inbrott") == 1
        assert remove_measure(session, "Inbrott") == 0
        assert not has_statistics(session)
