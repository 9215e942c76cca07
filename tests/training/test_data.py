"""The texts for training: well-formed, about what the content has, and apart from what is measured on."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.evaluation.judged import read_judged
from kb.search.searcher import Searcher
from kb.text.words import find_words
from tests.root import ROOT

JUDGED = sorted((ROOT / "training" / "data").glob("judged/*.jsonl")) + sorted(
    (ROOT / "training" / "data").glob("ranking/*.jsonl")
)
UNITS = sorted((ROOT / "training" / "data" / "units").glob("*.jsonl"))
UNSEEN = ROOT / "benchmarks" / "datasets" / "guidance-unseen" / "judged.jsonl"
UNSEEN_UNITS = sorted((ROOT / "benchmarks" / "datasets" / "units").glob("*.jsonl"))
STANCES = {"problem", "denied", "over", "measure", "work", "number", "else"}
FORMS = {"clause", "sentence", "item", "row", "heading"}


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def spell(text: str) -> str:
    return " ".join(word.form for word in find_words(text))


@pytest.mark.parametrize("path", [*JUDGED, UNSEEN], ids=lambda path: path.stem)
def test_every_judged_query_names_documents_that_there_are(path: Path, searcher: Searcher) -> None:
    slugs = searcher.snapshot.guidance.keys()
    for judged in read_judged(path):
        assert {*judged.relevant, *judged.avoid} <= slugs, judged.id
        assert not judged.relevant.keys() & set(judged.avoid), judged.id
        assert set(judged.relevant.values()) <= {1, 2, 3}, judged.id
        assert bool(judged.relevant) == (judged.kind != "utanfor"), judged.id


def test_no_query_is_trained_on_and_measured_on() -> None:
    trained = {spell(judged.query) for path in JUDGED for judged in read_judged(path)}
    assert [judged.id for judged in read_judged(UNSEEN) if spell(judged.query) in trained - {""}] == []


def test_ids_of_judged_queries_stand_once() -> None:
    counts = Counter(judged.id for path in [*JUDGED, UNSEEN] for judged in read_judged(path))
    assert [name for name, n in counts.items() if n > 1] == []


@pytest.mark.parametrize("path", [*UNITS, *UNSEEN_UNITS], ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_every_unit_has_a_stance_a_form_and_areas_that_there_are(path: Path, searcher: Searcher) -> None:
    kinds = {slug: area.kind for slug, area in searcher.snapshot.problem_areas.items()}
    for text in lines_of(path):
        for unit in text["units"]:
            assert (unit["stance"] in STANCES, unit["form"] in FORMS) == (True, True), text["id"]
            assert unit["text"].strip(), text["id"]
            assert set(unit["areas"]) <= kinds.keys(), text["id"]
            assert unit["stance"] != "problem" or unit["areas"], text["id"]
            assert unit["stance"] != "problem" or kinds[unit["areas"][0]] == "problemområde", text["id"]


@pytest.mark.parametrize("path", [*UNITS, *UNSEEN_UNITS], ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_problems_of_a_text_are_numbered_from_one_and_each_is_told(path: Path) -> None:
    for text in lines_of(path):
        numbers = {unit["problem"] for unit in text["units"] if unit["problem"] is not None}
        told = {unit["problem"] for unit in text["units"] if unit["stance"] == "problem"}
        assert numbers == told == set(range(1, len(numbers) + 1)), text["id"]


def test_no_text_is_trained_on_and_measured_on() -> None:
    trained = {spell(unit["text"]) for path in UNITS for text in lines_of(path) for unit in text["units"]}
    for path in UNSEEN_UNITS:
        for text in lines_of(path):
            longer = [spell(unit["text"]) for unit in text["units"] if len(spell(unit["text"]).split()) > 6]
            assert not trained.intersection(longer), text["id"]
