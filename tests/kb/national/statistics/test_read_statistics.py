"""A file of statistics: what is wrong is told with line, value and way out, and then nothing is taken."""

import pytest

from kb.errors import StatisticsRejected
from kb.national.statistics import read_statistics as module
from kb.national.statistics.read_statistics import read_statistics
from kb.national.statistics.statistic import Statistic

HEAD = "municipality_code,year,measure,value,source_url,area"
RIGHT = "0331,2024,Anmälda bilbrott,12.5,https://bra.se/statistik,bilbrott"
CODES, AREAS = {"0331", "0180"}, {"bilbrott", "klotter"}


def read(*lines: str, head: str = HEAD) -> list[Statistic]:
    return list(read_statistics("\n".join([head, *lines, ""]), "fil.csv", CODES, AREAS))


def refuse(*lines: str, head: str = HEAD) -> list[str]:
    with pytest.raises(StatisticsRejected) as refused:
        read(*lines, head=head)
    return str(refused.value).splitlines()


def test_a_row_is_a_number_of_a_municipality() -> None:
    assert read(RIGHT) == [
        Statistic(
            municipality_code="0331",
            year=2024,
            measure="Anmälda bilbrott",
            value=12.5,
            source_url="https://bra.se/statistik",
            area="bilbrott",
        )
    ]


def test_the_area_may_be_left_out_for_what_is_only_shown_on_the_map() -> None:
    (told,) = read("0331,2024,Invånare,14000,https://scb.se", head=HEAD.removesuffix(",area"))
    assert told.area == ""


def test_a_file_of_swedish_excel_is_read() -> None:
    (told,) = read("0331;2024;Bilbrott per 1 000;12,5;https://bra.se;bilbrott", head="\ufeff" + HEAD.replace(",", ";"))
    assert told.value == 12.5


def test_a_column_that_is_missing_is_named() -> None:
    assert refuse("0331,2024,x,1", head="municipality_code,year,measure,value") == [
        "fil.csv:1: no column source_url; the file has municipality_code, year, measure, value; "
        "write municipality_code, year, measure, value, source_url in its first line"
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("331,2024,x,1,https://a.se,", "fil.csv:3: no municipality has the code; '331'; write four digits"),
        ("0331,24,x,1,https://a.se,", "fil.csv:3: no year; '24'; write four digits, as 2024"),
        ("0331,2024,,1,https://a.se,", "fil.csv:3: measure of 0 characters; name what is counted"),
        ("0331,2024,a\tb,1,https://a.se,", "fil.csv:3: measure has a tab or a new line in it; 'a\\tb'"),
        ("0331,2024,x,många,https://a.se,", "fil.csv:3: no number of 0 or more; 'många'; write as 1250.5"),
        ("0331,2024,x,-1,https://a.se,", "fil.csv:3: no number of 0 or more; '-1'"),
        ("0331,2024,x,nan,https://a.se,", "fil.csv:3: no number of 0 or more; 'nan'"),
        ("0331,2024,x,inf,https://a.se,", "fil.csv:3: no number of 0 or more; 'inf'"),
        ("0331,2024,x,,https://a.se,", "fil.csv:3: no number of 0 or more; ''; write as 1250.5, or leave out the row"),
        ("0331,2024,x,1,bra.se,", "fil.csv:3: source_url is no address; 'bra.se'"),
        ("0331,2024,x,1,https://a.se,bilar", "fil.csv:3: no problem area has the slug; 'bilar'"),
        ("0331,2024,x,1", "fil.csv:3: the row has more or fewer cells than the first line"),
        ("0331,2024,x,1,https://a.se,,,", "fil.csv:3: the row has more or fewer cells than the first line"),
        (RIGHT, "fil.csv:3: the same municipality, year and measure as line 2; keep one"),
        (
            RIGHT.replace("2024", "2023").replace(",bilbrott", ",klotter"),
            "fil.csv:3: 'Anmälda bilbrott' is of 'bilbrott' above",
        ),
        ('0331,2024,"x,1,https://a.se,', "fil.csv:3: no CSV;"),
    ],
)
def test_a_fault_is_told_with_its_line_its_value_and_the_way_out(row: str, told: str) -> None:
    (fault,) = refuse(RIGHT, row)
    assert fault.startswith(told)


def test_every_fault_is_told_at_once() -> None:
    faults = refuse("331,24,x,1,https://a.se,", RIGHT, "0180,2024,x,många,https://a.se,")
    assert [fault.split(";")[0] for fault in faults] == [
        "fil.csv:2: no municipality has the code",
        "fil.csv:2: no year",
        "fil.csv:4: no number of 0 or more",
    ]


def test_faults_without_end_are_cut() -> None:
    faults = refuse(*("331,2024,x,1,https://a.se," for _ in range(30)))
    assert len(faults) == module.N_TOLD + 1
    assert faults[-1] == "and 10 more; mend these first"


def test_a_file_without_rows_is_refused() -> None:
    assert refuse() == ["fil.csv:1: no row below the first line; write one a municipality, year and measure"]


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 1)
    faults = refuse(RIGHT, RIGHT.replace("2024", "2023"))
    assert faults == ["fil.csv:3: more than 1 rows; part the file by measure"]
