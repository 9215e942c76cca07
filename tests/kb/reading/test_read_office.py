"""A file of an office program, told by what its archive holds."""

import pytest

from kb.reading.read_office import read_office
from tests.kb.reading.make_docx import make_docx, paragraph
from tests.kb.reading.make_office import make_odt, make_rows, make_xlsx

CELL = "<table:table-cell><text:p>Bråk</text:p></table:table-cell>"
TABLE = f"<table:table><table:table-row>{CELL}</table:table-row></table:table>"


@pytest.mark.parametrize(
    "raw",
    [
        make_docx(paragraph("Bråk")),
        make_odt("<text:p>Bråk</text:p>"),
        make_odt(TABLE, kind="spreadsheet"),
        make_xlsx({"Blad1": make_rows(("Bråk",))}),
    ],
    ids=["docx", "odt", "ods", "xlsx"],
)
def test_each_kind_is_read(raw: bytes) -> None:
    assert read_office(raw) == "Bråk"
