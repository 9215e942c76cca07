"""Figures that are given as evidence are those of the facts that the content was written from."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from indexer.content.front_matter import Guidance
from indexer.content.read_content import Entry, read_as_reviewed
from tests.conftest import CONTENT
from tests.content.figures import find_figures
from tests.content.make_facts_figures import FIGURES, make_facts_figures

EXCEPTIONS = Path(__file__).parent / "figure_exceptions.csv"


def test_every_figure_of_the_evidence_is_in_the_facts_or_is_a_reviewed_exception() -> None:
    facts = json.loads(FIGURES.read_text(encoding="utf-8"))
    excepted = set(_exceptions())
    unknown = [
        (entry.file.slug, figure)
        for entry in _guidance()
        for figure in sorted(_evidence_figures(entry))
        if figure not in facts.get(entry.file.slug, []) and (entry.file.slug, figure) not in excepted
    ]
    assert unknown == []


def test_every_exception_is_needed() -> None:
    facts = json.loads(FIGURES.read_text(encoding="utf-8"))
    given = {(entry.file.slug, figure) for entry in _guidance() for figure in _evidence_figures(entry)}
    assert [e for e in _exceptions() if e not in given or e[1] in facts.get(e[0], [])] == []


def test_every_exception_has_a_reason() -> None:
    assert [row for row in _rows() if len(row["reason"]) < 20] == []


def test_figures_are_percentages_and_years() -> None:
    text = "Mellan 10 och 20 procent 2003–2007, 4,7 fler dagar, 0.5 % och 34–50 procents tjänst, 8 av 10, 1 000 barn."
    assert find_figures(text) == {"10 %", "20 %", "2003", "2007", "0,5 %", "34 %", "50 %"}


def test_a_year_before_a_percentage_is_a_year() -> None:
    assert find_figures("År 2020, 26 procent och 2021 och 47 procent") == {"2020", "26 %", "2021", "47 %"}


def test_numbers_of_statutes_and_addresses_are_no_figures() -> None:
    assert find_figures("lag (2023:196), prop. 2024/25:65, SOU 2024:87, https://bra.se/2015-10-29/90%25") == set()


def test_the_month_of_a_search_is_no_figure() -> None:
    assert find_figures("Ingen studie hittad (sökt november 2026), men en från 2019.") == {"2019"}


def test_the_figures_of_an_entry_are_taken_from_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "metoder-a.yaml").write_text(
        "- slug: sspf\n  evidence:\n    effects: ['2015: 40 procent']\n  sources:\n    - year: 2024\n", encoding="utf-8"
    )
    assert make_facts_figures(tmp_path) == {"sspf": ["2015", "2024", "40 %"]}


def _guidance() -> list[Entry]:
    return read_as_reviewed(CONTENT).of("guidance")


def _evidence_figures(entry: Entry) -> set[str]:
    return {figure for text in _evidence_texts(entry) for figure in find_figures(text)}


def _evidence_texts(entry: Entry) -> Iterator[str]:
    if not isinstance(entry.model, Guidance):
        raise TypeError(f"{entry.file.path} has faulty front matter; run kb check")
    yield entry.model.evidence_summary or ""
    for item in entry.model.evidence:
        yield from (str(value) for name, value in item if name != "sources" and value is not None)
    yield from (block.text for block in entry.file.blocks if block.heading == "Evidens")


def _exceptions() -> list[tuple[str, str]]:
    return [(row["slug"], row["figure"]) for row in _rows()]


def _rows() -> list[dict[str, str]]:
    with EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))
