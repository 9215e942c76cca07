"""How well personal data is found: python -m benchmarks guard [--dataset FILE] [--misses] [--json].

The judged set has two halves, told by the first letter of a line's id: lines of half a were looked at while the rules
were written, those of half b were not. A value is found when all of it is masked as its kind. A find that takes in
anything more than values of its kind is a false alarm.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.datasets.shipped import GUARD
from benchmarks.parser import make_parser
from kb.privacy.find import FINDERS, find_personal_data

CHARS_PER_PAGE = 2500
HALVES = {"a": "half a, looked at", "b": "half b, held back", "": "all"}
"""Beginning of a line's id -> what these lines are called."""

Marked = tuple[str, int, int]
"""kind, first, last: characters first <= i < last of a text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text with what is personal data in it."""

    id: str
    text: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was missed in a line, and what was masked without cause."""

    line: Line
    missed: tuple[Marked, ...]
    false_alarms: tuple[Marked, ...]


def read_lines(path: Path) -> list[Line]:
    """The lines of a judged set, or the texts of a folder that has NAME.json with personal_data beside NAME.md.

    Raises
    ------
    ValueError : a line lacks a field, or names a value that its text does not hold
    """
    if path.is_dir():
        return [_read_text(text) for text in sorted(path.glob("*.md")) if text.with_suffix(".json").is_file()]
    lines = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(raw)
            lines.append(Line(row["id"], row["text"], tuple(_mark(row["text"], row["spans"]))))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(
                f"{path}:{number}: {error!r}; a line has id, text, spans (kind, value) and note"
            ) from error
    return lines


def _read_text(path: Path) -> Line:
    text = path.read_text(encoding="utf-8")
    data = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["personal_data"]
    spans = [{"kind": datum["type"], "value": datum["value"]} for datum in data]
    return Line(path.stem, text, tuple(_mark(text, sorted(spans, key=lambda span: text.index(span["value"])))))


def _mark(text: str, spans: Iterable[Mapping[str, str]]) -> Iterable[Marked]:
    """The spans in place, in the order in which they are listed, which is that of the text."""
    position = 0
    for span in spans:
        first = text.index(span["value"], position)
        position = first + len(span["value"])
        yield span["kind"], first, position


def judge(line: Line) -> Outcome:
    """What the guard makes of the line."""
    found = [(find.kind, find.first, find.last) for find in find_personal_data(line.text)]
    missed = tuple(mark for mark in line.marked if not _is_within(line.text, mark, found))
    false_alarms = tuple(mark for mark in found if not _is_within(line.text, mark, line.marked))
    return Outcome(line, missed, false_alarms)


def _is_within(text: str, mark: Marked, others: Iterable[Marked]) -> bool:
    """Whether each letter and digit of the mark is in one of the others of its kind."""
    kind, first, last = mark
    covered = {i for other, start, end in others if other == kind for i in range(start, end)}
    return all(i in covered for i in range(first, last) if text[i].isalnum())


def summarise(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Counts per kind, and false alarms per 10 pages of CHARS_PER_PAGE characters."""
    n_chars = sum(len(outcome.line.text) for outcome in outcomes)
    n_false = sum(len(outcome.false_alarms) for outcome in outcomes)
    return {
        "lines": len(outcomes),
        "pages": round(n_chars / CHARS_PER_PAGE, 1),
        "false_alarms_per_10_pages": round(10 * n_false * CHARS_PER_PAGE / n_chars, 2),
        "kinds": {kind: _summarise_kind(kind, outcomes) for kind in FINDERS},
    }


def _summarise_kind(kind: str, outcomes: Sequence[Outcome]) -> dict[str, float | None]:
    n_marked = sum(mark[0] == kind for outcome in outcomes for mark in outcome.line.marked)
    n_missed = sum(mark[0] == kind for outcome in outcomes for mark in outcome.missed)
    n_false = sum(mark[0] == kind for outcome in outcomes for mark in outcome.false_alarms)
    recall = round((n_marked - n_missed) / n_marked, 3) if n_marked else None
    return {"marked": n_marked, "found": n_marked - n_missed, "recall": recall, "false_alarms": n_false}


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("guard", __doc__)
    parser.add_argument("--dataset", type=Path, default=GUARD)
    parser.add_argument("--misses", action="store_true", help="also print what was missed or masked without cause")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    try:
        outcomes = [judge(line) for line in read_lines(chosen.dataset)]
    except (OSError, ValueError) as error:
        print(f"benchmarks guard: {error}", file=sys.stderr)
        return 1
    halves = {title: [o for o in outcomes if o.line.id.startswith(half)] for half, title in HALVES.items()}
    summaries = {title: summarise(half) for title, half in halves.items() if half}
    if chosen.json:
        print(json.dumps(summaries, indent=2, ensure_ascii=False))
        return 0
    _show(summaries)
    if chosen.misses:
        _show_misses(outcomes)
    return 0


def _show(summaries: Mapping[str, Any]) -> None:
    for name, summary in summaries.items():
        pages, per_10 = summary["pages"], summary["false_alarms_per_10_pages"]
        print(f"{name}: {summary['lines']} lines, {pages} pages, {per_10} false alarms per 10 pages")
        for kind, counts in summary["kinds"].items():
            recall = "  -  " if counts["recall"] is None else f"{counts['recall']:.3f}"
            share = f"{counts['found']:3} of {counts['marked']:3}"
            print(f"  {kind:20} recall {recall} ({share})  false alarms {counts['false_alarms']}")


def _show_misses(outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        for title, marks in (("missed", outcome.missed), ("false alarm", outcome.false_alarms)):
            for kind, first, last in marks:
                print(f"{outcome.line.id}: {title}: {kind} {outcome.line.text[first:last]!r}")
