"""What editors have taken becomes examples that the index can read, and tasks for the content."""

import json
from pathlib import Path
from typing import Any

import pytest

from api.learning.export_feedback import (
    GRADE,
    MAX_QUESTION_CHARS,
    judge_queries,
    list_tasks,
    write_examples,
    write_tasks,
)
from api.store.learning.tables import Feedback
from indexer.content.read_examples import read_examples
from tests.root import ROOT


def _said(slug: str = "sspf", *, is_right: bool = True, asked: str = "unga i riskzonen", **more: Any) -> Feedback:
    return Feedback(**{"about": "hit", "slug": slug, "is_right": is_right, "asked": asked, **more})


def test_right_is_relevant_wrong_is_to_be_avoided_and_both_are_for_an_editor() -> None:
    rows = [
        _said("sspf"),
        _said("mst", is_right=False),
        _said("fft"),
        _said("fft", is_right=False),
        _said("sspf", asked="Unga  i RISKZONEN"),
    ]
    (judged,) = judge_queries(rows)
    assert (judged.query, judged.relevant, judged.avoid, judged.unclear) == (
        "unga i riskzonen",
        ("sspf",),
        ("mst",),
        ("fft",),
    )


def test_what_is_written_is_read_as_an_example(tmp_path: Path) -> None:
    rows = [_said("sspf"), _said("mst", is_right=False), _said("fft"), _said("fft", is_right=False)]
    (tmp_path / "feedback.jsonl").write_text(write_examples(judge_queries(rows)), encoding="utf-8")
    placed, faults = read_examples(tmp_path)
    assert faults == []
    (example,) = [one.example for one in placed]
    assert (example.query, dict(example.relevant), example.avoid) == ("unga i riskzonen", {"sspf": GRADE}, ("mst",))


@pytest.mark.parametrize(
    "row",
    [
        _said(is_right=False),
        _said(about="problem", slug="skadegorelse", asked="Det klottras."),
        _said(asked="x" * (MAX_QUESTION_CHARS + 1)),
        _said(asked="Det klottras.\nDet bränns bilar."),
        _said(asked="eleven [namn] slåss"),
    ],
    ids=["nothing right", "a problem", "long", "several lines", "masked"],
)
def test_what_would_teach_the_search_wrong_is_no_example(row: Feedback) -> None:
    assert judge_queries([row]) == []


def test_every_wrong_answer_is_a_task_of_its_document_the_most_often_told_first() -> None:
    rows = [
        _said("mst", is_right=False),
        _said("sspf"),
        _said("skadegorelse", about="problem", is_right=False, asked="Det bränns.", reason="Det är brand."),
        _said("skadegorelse", about="problem", is_right=False, asked="Bilar."),
        _said("skadegorelse", about="problem"),
    ]
    told = [json.loads(line) for line in write_tasks(list_tasks(rows)).splitlines()]
    assert told == [
        {
            "document": "content/problem-areas/skadegorelse.md",
            "about": "problem",
            "n_wrong": 2,
            "n_right": 1,
            "wrong": [{"asked": "Det bränns.", "reason": "Det är brand."}, {"asked": "Bilar.", "reason": ""}],
        },
        {
            "document": "content/guidance/mst.md",
            "about": "hit",
            "n_wrong": 1,
            "n_right": 0,
            "wrong": [{"asked": "unga i riskzonen", "reason": ""}],
        },
    ]


def test_the_document_of_a_task_is_in_the_content() -> None:
    for task in list_tasks([_said(is_right=False), _said("skadegorelse", about="problem", is_right=False)]):
        assert (ROOT / task.document).is_file()
