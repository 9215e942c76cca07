"""How finds are counted, and that the shipped set is found as well as docs/privacy.md says."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.datasets.shipped import GUARD
from benchmarks.quality.guard import Line, judge, main, read_lines
from kb.privacy.find import FINDERS


def write_line(folder: Path, **changed: Any) -> Path:
    path = folder / "judged.jsonl"
    line = {"id": "a-001", "text": "Ring 070-174 06 05", "spans": [{"kind": "telefon", "value": "070-174 06 05"}]}
    path.write_text(json.dumps({**line, **changed}), encoding="utf-8")
    return path


def test_a_value_masked_whole_as_its_kind_is_found() -> None:
    outcome = judge(Line("a-001", "Ring 070-174 06 05", (("telefon", 5, 18),)))
    assert (outcome.missed, outcome.false_alarms) == ((), ())


def test_a_value_masked_in_part_or_as_another_kind_is_missed_and_a_false_alarm() -> None:
    wider = Line("a-001", "Eleven Kevin i 8B", (("namn", 7, 17),))
    assert judge(wider).missed == (("namn", 7, 17),)
    other = judge(Line("a-001", "Ring 070-174 06 05", (("namn", 5, 18),)))
    assert (other.missed, other.false_alarms) == ((("namn", 5, 18),), (("telefon", 5, 18),))


def test_what_is_masked_without_being_marked_is_a_false_alarm() -> None:
    assert judge(Line("a-001", "Ring 070-174 06 05", ())).false_alarms == (("telefon", 5, 18),)


def test_false_alarms_are_told_per_ten_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One false alarm in 5,000 characters, that is in 2 pages of 2,500."""
    text = "Ring 070-174 06 05" + " " * (5000 - 18)
    assert main(["--dataset", str(write_line(tmp_path, text=text, spans=[])), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["all"]["false_alarms_per_10_pages"] == 10 * 1 / 2


def test_a_value_that_the_text_does_not_hold_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dataset", str(write_line(tmp_path, text="Ring mig"))]) == 1
    assert "judged.jsonl:1" in capsys.readouterr().err


def test_the_shipped_set_marks_values_of_known_kinds_and_holds_tempting_texts_without_any() -> None:
    lines = read_lines(GUARD)
    assert len({line.id for line in lines}) == len(lines) >= 150
    assert {kind for line in lines for kind, _, _ in line.marked} == set(FINDERS)
    assert sum(not line.marked for line in lines) >= 40


@pytest.mark.parametrize(("half", "names"), [("half a, looked at", 0.9), ("half b, held back", 0.85)])
def test_the_shipped_set_is_found_as_well_as_documented(
    half: str, names: float, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--json"]) == 0
    measured = json.loads(capsys.readouterr().out)
    kinds = measured[half]["kinds"]
    numbers = ("personnummer", "e-post", "telefon", "adress", "registreringsnummer")
    assert [kind for kind in numbers if kinds[kind]["recall"] < 0.98 or kinds[kind]["false_alarms"]] == []
    assert kinds["namn"]["recall"] >= names
    assert measured["all"]["false_alarms_per_10_pages"] <= 1


def test_a_folder_of_texts_is_read_with_what_is_marked_beside_each(tmp_path: Path) -> None:
    (tmp_path / "exby.md").write_text("Ring 070-174 06 05, a@b.se", encoding="utf-8")
    data = [{"type": "e-post", "value": "a@b.se"}, {"type": "telefon", "value": "070-174 06 05"}]
    (tmp_path / "exby.json").write_text(json.dumps({"personal_data": data}), encoding="utf-8")
    (tmp_path / "SOURCE.md").write_text("Not a text to judge", encoding="utf-8")
    assert read_lines(tmp_path) == [
        Line("exby", "Ring 070-174 06 05, a@b.se", (("telefon", 5, 18), ("e-post", 20, 26)))
    ]
