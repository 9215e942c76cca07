"""Examples of danger are read whole or refused by line."""

from pathlib import Path

import pytest

from indexer.content.read_danger import read_danger
from kb.documents import DangerExample


def test_an_example_has_its_place_and_may_tell_of_nobody(tmp_path: Path) -> None:
    lines = ['{"text": "min man slår mig", "risk": "close_violence"}', "", '{"text": "hur många hot", "risk": null}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    placed, faults = read_danger(tmp_path)
    assert [(row.line, row.example) for row in placed] == [
        (1, DangerExample("min man slår mig", "close_violence")),
        (3, DangerExample("hur många hot", None)),
    ]
    assert faults == []


@pytest.mark.parametrize("line", ["{", '{"text": "x"}', '{"text": " ", "risk": null}', '{"text": "x", "risk": "rain"}'])
def test_a_line_that_is_none_is_a_fault_with_its_place(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    placed, (fault,) = read_danger(tmp_path)
    assert (placed, fault.line, fault.fault) == ([], 1, "not an example of danger")
    assert "close_violence" in fault.way_out
