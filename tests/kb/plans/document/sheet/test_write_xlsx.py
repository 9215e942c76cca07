"""A plan as a workbook: typed cells, a header that stays, and no text that is run as a formula."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from kb.plans.document.cited import cite
from kb.plans.document.sheet.rows import make_sheets
from kb.plans.document.sheet.write_xlsx import write_xlsx
from kb.plans.document.telling import Telling
from kb.plans.document.words import load_words
from kb.plans.labels import PlanLanguage
from tests.kb.plans.document.documents import CHOSEN, DAY, present
from tests.kb.plans.small_plan import WORKED

OWN = "problems/1/measures/own-0001"
INDICATOR = "problems/1/indicators/nattvandring-1"


def write(edits: dict[str, str], language: PlanLanguage = "sv", **given: Any) -> bytes:
    plan = present(edits, **given)
    return write_xlsx(make_sheets(Telling(plan, load_words(language), cite(plan.read))), "Plan", "Borås", DAY)


def read(edits: dict[str, str], language: PlanLanguage = "sv", **given: Any) -> Any:
    return openpyxl.load_workbook(BytesIO(write(edits, language, **given)))


def test_a_measure_is_a_row_with_days_and_kronor_as_what_they_are() -> None:
    sheet = read({**CHOSEN, f"{OWN}/title": "Vår egen"})["Åtgärder"]
    names = [cell.value for cell in sheet[1]]
    row = dict(zip(names, [cell.value for cell in sheet[2]], strict=True))
    assert (row["Åtgärd"], row["Ansvarig"], row["Egen"], row["Krav i lag"]) == (
        "Nattvandring",
        "Fritidschefen",
        "nej",
        "nej",
    )
    assert (row["Börjar"], row["Klar"], row["Kostnad"]) == (datetime(2027, 1, 15), datetime(2027, 6, 30), 25000)
    assert (row["Effekt"], row["Säkerhet"], row["Betyg"]) == ("minskar", "mycket låg", "svag")
    formats = {name: sheet.cell(2, place).number_format for place, name in enumerate(names, 1)}
    assert (formats["Klar"], formats["Kostnad"]) == ("yyyy-mm-dd", '#,##0 "kr"')
    assert [cell.value for cell in sheet[3]][:4] == ["1.2", "Torget", "Vår egen", "ja"]


def test_the_header_stays_is_filtered_and_is_repeated_on_paper() -> None:
    sheet = read(CHOSEN)["Åtgärder"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:P2", "$1:$1")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.column_dimensions["C"].width > sheet.column_dimensions["A"].width


def test_the_sum_is_of_what_the_filter_shows() -> None:
    sheet = read({**CHOSEN, f"{OWN}/title": "Vår egen", f"{OWN}/cost": "5000"})["Åtgärder"]
    assert sheet["I5"].value == "=SUBTOTAL(9,I2:I3)"


def test_indicators_and_sources_have_their_sheets() -> None:
    told = {
        f"{INDICATOR}/decision": "chosen",
        f"{INDICATOR}/first": "2027-03-01",
        f"{INDICATOR}/value-2027-03-01": "7,5",
    }
    book = read({**CHOSEN, **told})
    assert [cell.value for cell in book["Mått"][2]] == [
        *("Torget", "Antal kvällar", "föreningen", "samordnaren"),
        *(datetime(2027, 3, 1), 7.5, datetime(2027, 3, 1)),
    ]
    assert [cell.value for cell in book["Källor"][2]] == [1, "Brå", 2020, "Om vandring", None]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_text_that_could_be_a_formula_is_a_text_and_stays_one(sign: str) -> None:
    text = f"{sign}HYPERLINK('https://a.example';'b')"
    sheet = read({**CHOSEN, f"{OWN}/title": text, f"{OWN}/responsible": text})["Åtgärder"]
    cells = [sheet["C3"], sheet["F3"]]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [(text, "s", True)] * 2


def test_the_only_formula_is_the_sum() -> None:
    with ZipFile(BytesIO(write({**CHOSEN, f"{OWN}/title": "=1+1", "title": "=2+2"}))) as book:
        xml = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
    assert xml.count("<f>") == 1


def test_only_addresses_of_the_web_are_links() -> None:
    sources = tuple(replace(WORKED.sources[0], url=url) for url in ("https://bra.se/a", "javascript:alert(1)"))
    sheet = read(CHOSEN, measures=(replace(WORKED, sources=sources),))["Källor"]
    assert [(sheet[f"E{n}"].value, bool(sheet[f"E{n}"].hyperlink)) for n in (2, 3)] == [
        ("https://bra.se/a", True),
        ("javascript:alert(1)", False),
    ]


def test_the_other_language_has_its_words() -> None:
    book = read(CHOSEN, "en")
    assert (book.sheetnames, book["Measures"]["C1"].value) == (["Measures", "Indicators", "Sources"], "Measure")


def test_a_plan_without_measures_has_the_header_alone() -> None:
    sheet = read({"problems/1/measures/nattvandring/decision": "dropped"})["Åtgärder"]
    assert (sheet.max_row, sheet["A1"].value) == (1, "Nr")
