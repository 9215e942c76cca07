"""Judged queries: read from a file, and run against a ranking function."""

import json
from collections.abc import Sequence
from math import log2
from pathlib import Path

import pytest

from kb.evaluation.judged import JudgedFileDamaged, JudgedQuery, evaluate, read_judged
from tests.conftest import ROOT

GOOD = {"id": "q1", "kind": "lagesbild", "query": "knark på torget", "relevant": {"a": 3}, "avoid": ["b"]}


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_line_is_a_query(tmp_path: Path) -> None:
    file = write(tmp_path / "judged.jsonl", json.dumps(GOOD), "", json.dumps({**GOOD, "id": "q2", "avoid": None}))
    first, second = read_judged(file)
    assert first == JudgedQuery(id="q1", kind="lagesbild", query="knark på torget", relevant={"a": 3}, avoid=("b",))
    assert (second.id, second.avoid) == ("q2", ())


def test_the_set_that_ships_can_be_read() -> None:
    assert len(read_judged(ROOT / "benchmarks/datasets/guidance-unseen/judged.jsonl")) >= 100


@pytest.mark.parametrize(
    "line",
    [
        "{not json",
        '"a string"',
        "[1, 2]",
        json.dumps({name: value for name, value in GOOD.items() if name != "id"}),
        json.dumps({name: value for name, value in GOOD.items() if name != "kind"}),
        json.dumps({name: value for name, value in GOOD.items() if name != "query"}),
        json.dumps({name: value for name, value in GOOD.items() if name != "relevant"}),
        json.dumps({**GOOD, "relevant": ["a"]}),
        json.dumps({**GOOD, "relevant": None}),
        json.dumps({**GOOD, "relevant": {"a": "mycket"}}),
        json.dumps({**GOOD, "relevant": {"a": 4}}),
        json.dumps({**GOOD, "relevant": {"a": 0}}),
        json.dumps({**GOOD, "relevant": {"a": 2.5}}),
        json.dumps({**GOOD, "relevant": {"a": None}}),
        json.dumps({**GOOD, "avoid": "b"}),
        json.dumps({**GOOD, "avoid": 7}),
    ],
)
def test_a_malformed_line_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    file = write(tmp_path / "judged.jsonl", json.dumps(GOOD), line)
    with pytest.raises(JudgedFileDamaged, match=r"judged\.jsonl:2: not a judged query \(.+\); it needs id, kind"):
        read_judged(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JudgedFileDamaged, match="no such file"):
        read_judged(tmp_path / "nowhere.jsonl")


def test_a_file_without_a_query_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JudgedFileDamaged, match="no judged query"):
        read_judged(write(tmp_path / "empty.jsonl", "", " "))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "latin.jsonl"
    file.write_bytes(json.dumps(GOOD, ensure_ascii=False).encode("latin-1"))
    with pytest.raises(JudgedFileDamaged, match="not UTF-8"):
        read_judged(file)


def test_a_line_separator_within_a_query_does_not_end_the_line(tmp_path: Path) -> None:
    line = json.dumps({**GOOD, "query": "första\u2028andra"}, ensure_ascii=False)
    assert read_judged(write(tmp_path / "judged.jsonl", line))[0].query == "första\u2028andra"


def judge(name: str, kind: str, relevant: dict[str, int], *avoid: str) -> JudgedQuery:
    return JudgedQuery(id=name, kind=kind, query=name, relevant=relevant, avoid=avoid)


def test_means_are_over_the_answerable_queries_and_refusals_are_counted_apart() -> None:
    queries = [
        judge("q1", "lagesbild", {"a": 3, "b": 1}, "x"),
        judge("q2", "lagesbild", {"b": 2}),
        judge("q3", "sokfraga", {"a": 1}),
        judge("q4", "utanfor", {}),
        judge("q5", "utanfor", {}),
        judge("q6", "utanfor", {}),
    ]
    rankings: dict[str, Sequence[str] | None] = {
        "q1": ["x", "a"],
        "q2": ["b"],
        "q3": None,
        "q4": None,
        "q5": ["a"],
        "q6": None,
    }
    result = evaluate(queries, rankings.__getitem__, frozenset("abx"))
    of_q1 = (7 / log2(3)) / (7 / log2(2) + 1 / log2(3))
    assert result.per_query == {"q1": pytest.approx(of_q1), "q2": 1.0, "q3": 0.0}
    assert result.overall.ndcg == pytest.approx((of_q1 + 1 + 0) / 3)
    assert result.overall.success == pytest.approx((1 + 1 + 0) / 3)
    assert result.overall.recall == pytest.approx((1 / 2 + 1 + 0) / 3)
    assert (result.overall.avoid, result.overall.n) == (1, 3)
    assert {kind: scores.n for kind, scores in result.by_kind.items()} == {"lagesbild": 2, "sokfraga": 1}
    refusals = result.refusals
    assert (refusals.correct, refusals.n_outside, refusals.false, refusals.n_inside) == (2, 3, 1, 3)


def test_judgements_of_documents_that_are_not_there_are_told_and_left_out() -> None:
    queries = [judge("q1", "sokfraga", {"a": 1, "gone": 3}), judge("q2", "sokfraga", {"lost": 3})]
    result = evaluate(queries, lambda _: ["a"], frozenset({"a"}))
    assert result.missing == ("gone", "lost")
    assert result.per_query == {"q1": 1.0}


def test_nothing_to_judge_scores_0() -> None:
    result = evaluate([], lambda _: [], frozenset())
    assert (result.overall.ndcg, result.overall.n) == (0.0, 0)
