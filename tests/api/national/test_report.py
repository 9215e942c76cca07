"""The report of made-up work, counted by another way; and in each form that it is taken home in."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from sqlalchemy import text

from api.access.scope import Scope
from api.demonstration.fill import Wanted, fill
from api.languages import load_strings
from api.national.report.files import write_report
from api.national.report.find import ReportRead, find_report
from api.national.report.names import ReportNames, name_report
from api.national.report.open_data import is_open_period
from api.national.report.sentences import write_sentences
from api.national.report.trace import list_cases, trace_figure
from api.store.database import Database
from api.store.places import Places
from kb.documents import Period
from kb.errors import PeriodRejected
from kb.national.report.report import make_report
from kb.snapshot.open_snapshot import open_current
from kb.snapshot.snapshot import Snapshot
from tests.kb.national.report.happen import GROUPING, YEAR, make_advice, make_case, make_happened

UNTIL = date(2026, 11, 22)
COUNTRY = Scope("all")
T = load_strings("sv")


@pytest.fixture(scope="module")
def snapshot(demo_snapshots: Path) -> Snapshot:
    return open_current(demo_snapshots)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, snapshot: Snapshot) -> Iterator[Database]:
    """A database with made-up work of two years; not to be changed."""
    database = Database(Places(tmp_path_factory.mktemp("filled")))
    database.open()
    fill(database, snapshot, Wanted(seed=7, until=UNTIL, n_cases=150, n_plans=5))
    yield database
    database.close()


@pytest.fixture(scope="module")
def read(filled: Database, snapshot: Snapshot) -> ReportRead:
    return find_report(filled, snapshot, COUNTRY, YEAR)


@pytest.fixture(scope="module")
def names(snapshot: Snapshot) -> ReportNames:
    return name_report(snapshot, T, in_swedish=True)


def ask(database: Database, statement: str, **values: object) -> list[tuple[object, ...]]:
    with database.reading() as session:
        return [tuple(row) for row in session.execute(text(statement), values)]


def test_the_totals_are_the_sums_over_the_cases(filled: Database, read: ReportRead) -> None:
    of_year = {"first": "2025-01-01", "last": "2025-12-31"}
    ((cases, asked),) = ask(
        filled,
        "SELECT count(*), count(DISTINCT municipality_code) FROM cases WHERE state != 'merged' "
        "AND substr(created, 1, 10) BETWEEN :first AND :last",
        **of_year,
    )
    ((occasions, hours, received),) = ask(
        filled,
        "SELECT count(*), sum(case_advice.hours), count(DISTINCT municipality_code) FROM case_advice "
        "JOIN cases ON cases.id = case_id WHERE state != 'merged' AND day BETWEEN :first AND :last",
        **of_year,
    )
    ((offered,),) = ask(
        filled,
        "SELECT count(DISTINCT municipality_code) FROM cases WHERE state != 'merged' AND (id IN (SELECT case_id FROM "
        "case_asks WHERE substr(asked, 1, 10) BETWEEN :first AND :last) OR id IN (SELECT case_id FROM case_advice "
        "WHERE day BETWEEN :first AND :last))",
        **of_year,
    )
    assert {key: figure.value for key, figure in read.report.total.items()} == {
        "asked_towns": asked,
        "cases": cases,
        "offered_towns": offered,
        "received_towns": received,
        "occasions": occasions,
        "hours": pytest.approx(hours),
    }
    assert cases


def test_counties_forms_and_givers_sum_to_the_total(filled: Database, read: ReportRead) -> None:
    by_county = Counter[object]()
    for code, n in ask(
        filled,
        "SELECT substr(municipality_code, 1, 2), count(*) FROM case_advice JOIN cases ON cases.id = case_id "
        "WHERE day BETWEEN '2025-01-01' AND '2025-12-31' GROUP BY 1",
    ):
        by_county[code] += int(str(n))
    rows = read.report.tables["counties"]
    assert {row.key: row.figures["occasions"].value for row in rows if row.figures["occasions"].value} == by_county
    for table in ("counties", "classes", "forms", "kinds", "givers"):
        told = sum(row.figures["occasions"].value or 0 for row in read.report.tables[table])
        assert told == read.report.total["occasions"].value, table


def test_results_are_those_that_were_answered(filled: Database, read: ReportRead) -> None:
    ((sent, answered),) = ask(
        filled,
        "SELECT count(*), count(answered) FROM case_follow_ups JOIN cases ON cases.id = case_id WHERE months = 3 "
        "AND state != 'merged' AND substr(sent, 1, 10) BETWEEN '2025-01-01' AND '2025-12-31'",
    )
    (result,) = [one for one in read.report.results if one.months == 3]
    assert (result.sent.value, result.answered.value) == (sent, answered)


def test_a_county_has_its_own_alone(filled: Database, snapshot: Snapshot) -> None:
    read = find_report(filled, snapshot, Scope("county", "14"), YEAR)
    assert [row.key for row in read.report.tables["counties"]] == ["14"]
    assert {case.town[:2] for case in read.happened.cases.values()} == {"14"}


def test_every_figure_leads_to_its_cases(read: ReportRead) -> None:
    for table, rows in read.report.tables.items():
        for row in rows:
            for measure, figure in row.figures.items():
                found = trace_figure(read.report, table, row.key, measure)
                assert found == figure
                assert {case.id for case in list_cases(figure, read.happened)} == figure.cases
    assert trace_figure(read.report, "total", "", "declined") == read.report.declined
    assert trace_figure(read.report, "results", "3", "sent") == read.report.results[0].sent
    assert trace_figure(read.report, "finns", "inte", "alls") is None


def test_a_time_that_ends_before_it_begins_is_refused(filled: Database, snapshot: Snapshot) -> None:
    with pytest.raises(PeriodRejected, match="an end after the beginning"):
        find_report(filled, snapshot, COUNTRY, Period(date(2025, 2, 1), date(2025, 1, 1)))


def test_the_text_says_one_as_one_and_what_is_not_known(names: ReportNames) -> None:
    happened = make_happened([make_case("a")], advice=[make_advice("a", 1.0)])
    told = write_sentences(make_report(happened, GROUPING, YEAR), names)
    assert told[0] == (
        "januari–december 2025: 1 kommun bad om stöd i 1 ärende. Stöd erbjöds 1 kommun. "
        "Rådgivning gavs till 1 kommun: 1 tillfälle, sammanlagt 1 timme."
    )
    assert T["report_text_no_results"] in told
    assert told[-1] == T["report_text_limits"]


def test_of_nothing_the_text_says_so(names: ReportNames) -> None:
    told = write_sentences(make_report(make_happened([]), GROUPING, YEAR), names)
    assert told[0].endswith("ingen kommun har bett om stöd, och ingen rådgivning har skrivits in.")


def test_word_has_headings_tables_and_notes(read: ReportRead, names: ReportNames) -> None:
    file = write_report(read, "docx", names, "sv", UNTIL)
    word = Document(io.BytesIO(file.content))
    headings = [p.text for p in word.paragraphs if p.style and (p.style.name or "").startswith("Heading")]
    assert {T["report_text"], T["report_tables"], T["report_counties"], T["report_notes"]} <= {*headings}
    assert len(word.tables) == 1 + sum(map(bool, read.report.tables.values())) + bool(read.report.results)
    assert file.name == "redovisning-2025-01-01-2025-12-31.docx"


def test_a_sheet_has_numbers_and_runs_nothing(read: ReportRead, names: ReportNames, snapshot: Snapshot) -> None:
    risky = {**names.of_rows, "counties": {**names.of_rows["counties"], "14": "=HYPERLINK(1)"}}
    file = write_report(read, "xlsx", replace(names, of_rows=risky), "sv", UNTIL)
    book = openpyxl.load_workbook(io.BytesIO(file.content))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    totals = {row[0].value: row[1].value for row in book[T["report_total"]].iter_rows(min_row=2)}
    assert totals[T["report_occasions"]] == read.report.total["occasions"].value


def unpack(content: bytes) -> Mapping[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_open_data_is_as_its_schema_says(read: ReportRead, names: ReportNames) -> None:
    files = unpack(write_report(read, "zip", names, "sv", UNTIL).content)
    described = json.loads(files["datapackage.json"])
    assert {one["path"] for one in described["resources"]} == files.keys() - {"datapackage.json"}
    for one in described["resources"]:
        rows = list(csv.DictReader(io.StringIO(files[one["path"]])))
        fields = one["schema"]["fields"]
        assert all(list(row) == [field["name"] for field in fields] for row in rows)
        for field in fields:
            if field["type"] == "number":
                assert all(float(row[field["name"]]) >= 0 for row in rows)


def test_open_data_runs_nothing_where_it_is_opened(read: ReportRead, names: ReportNames) -> None:
    risky = {**names.of_rows, "forms": {"på plats": "=1+1", "digitalt": "@SUM(1)"}}
    files = unpack(write_report(read, "zip", replace(names, of_rows=risky), "sv", UNTIL).content)
    told = [row["name"] for row in csv.DictReader(io.StringIO(files["forms.csv"]))]
    assert told
    assert all(name.startswith("'") for name in told)


def test_open_data_is_of_whole_years_that_have_ended(read: ReportRead, names: ReportNames) -> None:
    assert is_open_period(YEAR, UNTIL)
    assert not is_open_period(YEAR, YEAR.last)
    half = replace(read, report=replace(read.report, period=Period(YEAR.first, date(2025, 6, 30))))
    with pytest.raises(PeriodRejected, match="whole calendar year"):
        write_report(half, "zip", names, "sv", UNTIL)
