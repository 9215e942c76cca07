"""The editors' lists: every row whole, every fault with its line."""

from indexer.content.editorial_list import Row, read_list
from tests.content_folder import ContentFolder

COLUMNS = ("wrong", "right", "why")
NAME = "editorial/terms.csv"


def read(folder: ContentFolder, text: str) -> tuple[tuple[Row, ...], list[str]]:
    path = folder.add(NAME, text)
    found = read_list(folder.read(), "terms.csv", COLUMNS)
    return found.rows, [str(fault).removeprefix(f"{path}:") for fault in found.faults]


def test_a_row_is_its_cells_without_white_space_and_its_line(folder: ContentFolder) -> None:
    rows, faults = read(folder, 'wrong,right,why\nBRÅ, Brå ,"namnet, som det skrivs"\n')
    assert rows == (Row(2, {"wrong": "BRÅ", "right": "Brå", "why": "namnet, som det skrivs"}),)
    assert faults == []


def test_a_list_may_be_empty_and_have_more_columns(folder: ContentFolder) -> None:
    assert read(folder, "why,wrong,right,sedan\n") == ((), [])


def test_a_missing_list_is_told_with_its_columns(folder: ContentFolder) -> None:
    (folder.path / NAME).unlink(missing_ok=True)
    found = read_list(folder.read(), "terms.csv", COLUMNS)
    assert [(fault.fault, fault.line) for fault in found.faults] == [("list is missing", 1)]
    assert "wrong,right,why" in found.faults[0].way_out


def test_an_empty_cell_and_a_missing_column_are_told_and_the_other_rows_read(folder: ContentFolder) -> None:
    rows, faults = read(folder, "wrong,right,why\na,b,\nc,d,e\n")
    assert [row.line for row in rows] == [3]
    assert faults == ["2: no why; nothing; fill in wrong,right,why"]
    assert read(folder, "wrong,right\na,b\n")[1] == ["2: no why; nothing; fill in wrong,right,why"]


def test_a_comma_that_should_be_quoted_is_told(folder: ContentFolder) -> None:
    assert read(folder, "wrong,right,why\na,b,c,d\n")[1] == [
        "2: too many cells; ['d']; quote a text that holds a comma"
    ]


def test_a_file_that_is_no_utf8_is_told(folder: ContentFolder) -> None:
    (folder.path / "editorial").mkdir(exist_ok=True)
    (folder.path / NAME).write_bytes(b"wrong,right,why\n\xc5,b,c\n")
    faults = read_list(folder.read(), "terms.csv", COLUMNS).faults
    assert [fault.fault for fault in faults] == ["list that cannot be read"]
