"""Advice as a file: no free text unless it is asked for, numbers and days as a Swedish spreadsheet reads them."""

import json

from api.cases.advice.export_advice import BYTE_ORDER_MARK, write_csv, write_json
from api.store.cases.advice import ListedAdvice
from api.store.cases.tables import Advice, Case
from tests.api.store.cases.advised import ADVISOR, EXPERT, GIVEN
from tests.fakes.moments import NOON

TEXTS = {"giver": "=HYPERLINK(1)", "offered": "Rad ett\nrad två; slut", "expected": "", "achieved": "", "next_step": ""}
ADVICE = Advice(
    id="1", case_id="2", at=NOON, by=ADVISOR, **{**GIVEN, **TEXTS, "received": "+46", "expert_slug": EXPERT}
)
LISTED = [ListedAdvice(ADVICE, Case(id="2", code="K7Q2MX", municipality_code="1490"))]
TOWNS = {"1490": "Borås"}


def test_a_spreadsheet_has_facts_alone() -> None:
    assert write_csv(LISTED, TOWNS) == (
        f"{BYTE_ORDER_MARK}day;case;municipality_code;municipality;county;area;form;hours;expert\r\n"
        "2026-11-20;K7Q2MX;1490;Borås;14;nyrekrytering;digitalt;1,5;est-stod\r\n"
    )


def test_what_was_written_is_there_when_it_is_asked_for_and_never_as_a_formula() -> None:
    table = write_csv(LISTED, {}, with_texts=True)
    assert ";'=HYPERLINK(1);\"Rad ett\nrad två; slut\";'+46;;;\r\n" in table


def test_a_program_reads_numbers_as_numbers() -> None:
    (told,) = json.loads(write_json(LISTED, TOWNS))
    assert (told["hours"], told["municipality"], "giver" in told) == (1.5, "Borås", False)
    assert json.loads(write_json(LISTED, TOWNS, with_texts=True))[0]["giver"] == "=HYPERLINK(1)"
