"""How much of what a lägesbild says of place, group and cause is quoted, on problems whose units are given.

python -m benchmarks details benchmarks/datasets/lagesbilder [--labels] [--time]
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.parser import make_parser
from kb.privacy import mask_personal_data
from kb.problems.details import Details, Quote, find_details
from kb.problems.units import Unit, read_units
from kb.registers import Registers
from kb.text.words import find_words

KINDS = ("place", "group", "cause")
NO_REGISTERS = Registers((), (), ())

Judged = tuple[dict[str, Any], Details]
"""What a writer marked of a problem, and what is found of it."""


def main(arguments: Sequence[str]) -> int:
    """Print the share of labels that a quote covers, the mean number of quotes, and what is quoted where none is."""
    parser = make_parser("details", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", action="store_true", help="also each label, and whether a quote covers it")
    parser.add_argument("--time", action="store_true", help="also what is quoted of time")
    chosen = parser.parse_args(arguments)
    found = [pair for path in sorted(chosen.folder.glob("*.json")) for pair in _read(path)]
    for kind in KINDS:
        _tell(kind, found, has_labels=chosen.labels)
    if chosen.time:
        for label, details in found:
            print(label["title"], [quote.text for quote in details.time])
    return 0


def _tell(kind: str, found: Sequence[Judged], *, has_labels: bool) -> None:
    labelled = [(label[kind], details) for label, details in found if label.get(kind)]
    hits = [_covers(getattr(details, kind), label) for label, details in labelled]
    n_quotes = [len(getattr(details, kind)) for _, details in found]
    silent = [details for label, details in found if not label.get(kind)]
    spoken = sum(bool(getattr(details, kind)) for details in silent)
    print(
        f"{kind}: {sum(hits)} of {len(hits)} labels quoted; {sum(n_quotes) / max(len(found), 1):.1f} quotes a "
        f"problem; quotes in {spoken} of the {len(silent)} problems without a label"
    )
    for hit, (label, details) in zip(hits, labelled, strict=True) if has_labels else ():
        print("  ", "ok  " if hit else "MISS", label, "<-", [quote.text for quote in getattr(details, kind)])


def _read(path: Path) -> list[Judged]:
    units = read_units(mask_personal_data(path.with_suffix(".md").read_text(encoding="utf-8")).text)
    labels = json.loads(path.read_text(encoding="utf-8"))["problems"]
    return [(label, find_details(_choose(units, label), NO_REGISTERS)) for label in labels]


def _choose(units: Sequence[Unit], label: dict[str, Any]) -> list[Unit]:
    """The units that hold evidence of the problem."""
    quotes = [_words(quote) for quote in label["evidence_quotes"]]
    return [p for p in units if any(quote in _words(p.text) for quote in quotes)]


def _covers(quotes: Sequence[Quote], label: str) -> bool:
    """Whether a quote has the label's words, or is a part of it that is more than a single function word."""
    return any(_words(label) in _words(quote.text) or _words(quote.text) in _words(label) for quote in quotes)


def _words(text: str) -> str:
    return f" {' '.join(word.form for word in find_words(text))} "
