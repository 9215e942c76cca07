"""`kb allocate`: experts shared among the cases of a file, beside greedy."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.root import ROOT

Run = Callable[..., tuple[int, str, str]]
EXAMPLE = ROOT / "docs" / "examples" / "cases.json"
MARCH = {"from": "2027-03-01", "to": "2027-03-31"}


@pytest.fixture
def allocate(run: Run, small_snapshots: Path, tmp_path: Path) -> Run:
    """`kb allocate` of these cases against the small content: one expert for graffiti, 10 hours a month."""

    def allocate_cases(*cases: dict[str, Any], arguments: tuple[str, ...] = ()) -> tuple[int, str, str]:
        path = tmp_path / "cases.json"
        path.write_text(json.dumps({"cases": cases}), encoding="utf-8")
        return run("allocate", path, *arguments, "--snapshots", small_snapshots)

    return allocate_cases


def _case(case_id: str, **fields: Any) -> dict[str, Any]:
    return {"id": case_id, "problems": ["klotter"], **MARCH, **fields}


def _lines(out: str) -> list[str]:
    return [" ".join(line.split()) for line in out.split("\n")]


def test_total_worst_case_and_who_got_nothing_stand_beside_greedy(allocate: Run) -> None:
    code, out, err = allocate(_case("a"), _case("b", priority=3, municipality="Borås", hours=6))
    assert (code, err) == (0, "")
    lines = _lines(out)
    assert lines[0] == "2 ärenden, 2 problem"
    assert lines[3:6] == ["bästa giriga", "ärenden utan stöd 1 1", "problem med expert 1 1"]
    assert "Inget bättre finns: varje mål är bevisat." in lines
    assert "b, Borås" in lines
    assert any(line.startswith("prioritet 3 · mars 2027 · 6 timmar per problem · stödet") for line in lines)
    assert "– Klotter: de som passar behövs för de andra problemen" in lines
    assert any(line.startswith("• Klotter: Rådgivare mot skadegörelse, Brå (0.") for line in lines)
    assert "6 timmar b Rådgivare mot skadegörelse, Brå" in lines


def test_the_shipped_example_is_allocated(run: Run, snapshots: Path) -> None:
    code, out, err = run("allocate", EXAMPLE, "--worst-first", "--snapshots", snapshots)
    assert (code, err) == (0, "")
    assert out.startswith("8 ärenden, ")
    assert "exempel-8, Linköping" in out


def test_json_has_the_shape_of_the_api(allocate: Run) -> None:
    _, out, _ = allocate(_case("a"), arguments=("--json", "--worst-first"))
    found = json.loads(out)
    assert [goal["goal"] for goal in found["goals"]][2] == "worst quality"
    assert found["cases"][0]["period"] == MARCH
    assert found["optimal"] == found["greedy"]


def test_a_case_about_nothing_is_told(allocate: Run) -> None:
    _, out, _ = allocate({"id": "a", "text": "Vi äter tårta med många ljus på kalaset. Ring 070-174 06 71.", **MARCH})
    assert "inget i beskrivningen handlar om ett problemområde" in out
    assert "Maskerat i texten: 1 telefon." in out
    assert "174" not in out


def test_every_fault_is_told_and_the_exit_code_is_1(allocate: Run) -> None:
    code, out, err = allocate(_case("a", hours=0), _case("b", priority=7))
    assert (code, out) == (1, "")
    assert err.split("\n")[:2] == [
        "kb: cases[0].hours: input should be greater than 0; met 0",
        "cases[1].priority: input should be less than or equal to 3; met 7",
    ]
    code, _, err = allocate(_case("a", problems=["kloter"]), _case("a"))
    assert code == 1
    assert "did you mean 'klotter'?" in err
    assert "give every case its own" in err


def test_a_file_that_is_not_there_is_told(run: Run, small_snapshots: Path) -> None:
    code, _, err = run("allocate", "nope.json", "--snapshots", small_snapshots)
    assert code == 1
    assert err.startswith("kb: nope.json: no such file; ")
