"""Examples are read whole or refused by line."""

from pathlib import Path

import pytest

from indexer.content.read_examples import read_examples
from kb.documents import Example


def _write(folder: Path, *lines: str) -> Path:
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_an_example_has_its_place(tmp_path: Path) -> None:
    line = '{"id": "x", "kind": "lag", "query": "får vi?", "relevant": {"a": 3}, "avoid": ["b"]}'
    (placed,), faults = read_examples(_write(tmp_path, "", line))
    assert (placed.line, placed.example) == (2, Example("får vi?", {"a": 3}, ("b",)))
    assert faults == []


@pytest.mark.parametrize("risk", ["threat", "unclear"])
def test_an_example_may_tell_of_somebody_in_danger(tmp_path: Path, risk: str) -> None:
    (placed,), _ = read_examples(_write(tmp_path, f'{{"query": "x", "relevant": {{}}, "risk": "{risk}"}}'))
    assert placed.example.risk == risk


def test_no_folder_is_no_example(tmp_path: Path) -> None:
    assert read_examples(tmp_path / "none") == ([], [])


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "7",
        '{"query": "x"}',
        '{"query": " ", "relevant": {}}',
        '{"query": "x", "relevant": {"a": 4}}',
        '{"query": "x", "relevant": ["a"]}',
        '{"query": "x", "relevant": {}, "avoid": 3}',
        '{"query": "x", "relevant": {}, "risk": "rain"}',
    ],
)
def test_a_line_that_is_none_is_a_fault_with_its_place(tmp_path: Path, line: str) -> None:
    found, (fault,) = read_examples(_write(tmp_path, '{"query": "x", "relevant": {}}', line))
    assert (len(found), fault.line, fault.fault) == (1, 2, "not an example")
    assert "relevant" in fault.way_out
