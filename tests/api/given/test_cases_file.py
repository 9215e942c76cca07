"""A file of cases: what is wrong with it is told with place, value and way out, and never with its texts."""

import json
from datetime import date
from typing import Any

import pytest

from api.given.cases_file import read_cases
from kb.errors import CasesRejected
from tests.root import ROOT

SECRET = "Hemligheten om Kalle"
EXAMPLE = ROOT / "docs" / "examples" / "cases.json"


def _faults(content: bytes | object) -> list[str]:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    with pytest.raises(CasesRejected) as told:
        read_cases(raw, "cases.json")
    return str(told.value).split("\n")


def _fault_of(**fields: Any) -> str:
    (fault,) = _faults({"cases": [{"id": "a", "problems": ["narkotika"], **fields}]})
    return fault


def test_the_example_is_read() -> None:
    body = read_cases(EXAMPLE.read_bytes(), "cases.json")
    assert len(body.cases) == 8
    first = body.cases[0]
    assert (first.id, first.municipality, first.first, first.priority) == (
        "exempel-1",
        "Södertälje",
        date(2027, 2, 1),
        3,
    )


def test_a_byte_order_mark_is_read_past() -> None:
    raw = b"\xef\xbb\xbf" + json.dumps({"cases": [{"id": "a", "problems": ["narkotika"]}]}).encode()
    assert read_cases(raw, "cases.json").cases[0].hours == 8


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "cases.json:1:1: not JSON, expecting value; mend it there"),
        (b'{"cases": [\n {"id": "a",}]}', "cases.json:2:13: not JSON, "),
        ("å".encode("latin-1"), "cases.json: not UTF-8 at byte 0; save it as UTF-8"),
        (b"[" * 100_000, "cases.json: nested too deeply; "),
        (b"[1, 2]", 'cases.json: holds a list of 2 where an object should be; the file is {"cases": [...]}; '),
        (b"null", "cases.json: holds null where an object should be"),
        (b"true", "cases.json: holds true where"),
        (f'"{SECRET}"'.encode(), "cases.json: holds a text of 20 characters where"),
    ],
)
def test_what_is_no_object_of_json_is_told_with_its_place(raw: bytes, words: str) -> None:
    (fault,) = _faults(raw)
    assert fault.startswith(words)


def test_a_field_out_of_its_range_is_told_with_the_value() -> None:
    assert _fault_of(hours=-3) == "cases[0].hours: input should be greater than 0; met -3"
    assert _fault_of(priority=4) == "cases[0].priority: input should be less than or equal to 3; met 4"
    assert _fault_of(**{"from": "snart"}).endswith("; met 'snart'")
    assert _fault_of(problems=["Narkotika"]).startswith("cases[0].problems[0]: string should match pattern")


def test_a_field_that_is_missing_or_unknown_is_told_with_the_way_out() -> None:
    assert _faults({}) == ["cases: missing; give it, as docs/examples/cases.json does"]
    assert _fault_of(kommun="Borås") == "cases[0].kommun: unknown field; take it out, or mend its name"
    assert _faults({"cases": [{"id": "a"}]}) == ["cases[0]: give either text or problems, and not both"]


def test_all_faults_are_told() -> None:
    faults = _faults({"cases": [{"id": "a", "hours": 0, "priority": 9}, {"problems": ["narkotika"]}]})
    assert [fault.split(":")[0] for fault in faults] == ["cases[0].hours", "cases[0].priority", "cases[1].id"]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": [SECRET]},
        {"text": {SECRET: SECRET}},
        {"id": SECRET},
        {"hours": SECRET},
        {"municipality": SECRET * 20},
        {SECRET: 1},
        {"problems": [SECRET]},
    ],
)
def test_a_text_in_any_place_is_never_repeated(fields: dict[str, Any]) -> None:
    faults = _faults({"cases": [{"id": "a", "problems": ["narkotika"], **fields}]})
    assert faults
    assert "Hemlig" not in "".join(faults)
    assert "Kalle" not in "".join(faults)
