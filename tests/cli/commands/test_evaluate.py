"""`kb eval`: measures of judged queries, as text and in the JSON shape that others read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
Evaluate = Callable[..., tuple[int, str, str]]
MEASURES = ("ndcg@10", "success@3", "recall@10", "avoid@5", "n")

KLOTTER = {"id": "1", "kind": "kort", "query": "klotter på skolans fasad", "relevant": {"sanering": 3}}
PARK = {
    "id": "2",
    "kind": "lång",
    "query": "ungdomar köper narkotika i parken",
    "relevant": {"faltarbete": 1, "borta": 3},
    "avoid": ["faltarbete"],
}
REFUSED = {"id": "3", "kind": "kort", "query": "tider för sophämtning och återvinning", "relevant": {"sanering": 2}}
OUTSIDE = {"id": "4", "kind": "utanfor", "query": "ansöka om bygglov för altan", "relevant": {}}


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """Found; found where it should be avoided, beside a slug that is not there; refused wrongly; refused rightly."""
    path = tmp_path / "judged.jsonl"
    rows = (KLOTTER, PARK, REFUSED, OUTSIDE)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def evaluate(run: Run, small_snapshots: Path) -> Evaluate:
    return lambda *arguments: run("eval", *arguments, "--snapshots", small_snapshots)


def _measures(scores: dict[str, Any]) -> tuple[float, ...]:
    return tuple(scores[name] for name in MEASURES)


def test_json_has_overall_by_kind_and_refusals(evaluate: Evaluate, judged: Path) -> None:
    code, out, err = evaluate(judged, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert {"overall", "by_kind", "refusals"} <= found.keys()
    assert set(MEASURES) <= found["overall"].keys()
    # one of two queries of the kind is found first, the other refused
    assert _measures(found["by_kind"]["kort"]) == (1 / 2, 1 / 2, 1 / 2, 0, 2)
    # found first; of grade 1, so no success; among what should be avoided
    assert _measures(found["by_kind"]["lång"]) == (1, 0, 1, 1, 1)
    assert _measures(found["overall"]) == (round(2 / 3, 4), round(1 / 3, 4), round(2 / 3, 4), 1, 3)
    assert found["by_kind"].keys() == {"kort", "lång"}
    assert {name: found["refusals"][name] for name in ("correct", "false", "n")} == {"correct": 1, "false": 1, "n": 1}


def test_slugs_that_the_content_does_not_have_are_told_and_left_out(evaluate: Evaluate, judged: Path) -> None:
    assert json.loads(evaluate(judged, "--json")[1])["missing_slugs"] == ["borta"]
    assert evaluate(judged)[1].splitlines()[-1] == "not in the content, left out: borta"


def test_text_has_a_row_a_kind_and_one_for_all(evaluate: Evaluate, judged: Path) -> None:
    code, out, _ = evaluate(judged)
    assert code == 0
    rows = [line.split() for line in out.splitlines()]
    assert rows[0] == ["kind", "n", "nDCG@10", "success@3", "recall@10", "avoid@5"]
    assert [(row[0], row[1], row[2], *row[5:]) for row in rows[1:4]] == [
        ("kort", "2", "0.500", "0.500", "0.500", "0"),
        ("lång", "1", "1.000", "0.000", "1.000", "1"),
        ("overall", "3", "0.667", "0.333", "0.667", "1"),
    ]
    assert " ".join(rows[4]) == "refused 1 of 1 outside, 1 of 3 inside"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", ": no judged query in it"),
        (b"{}\n", ":1: not a judged query"),
        (json.dumps(KLOTTER).encode() + b"\nklotter\n", ":2: not a judged query"),
        (b"[1]\n", ":1: not a judged query"),
        (b'{"id": 1, "kind": "a", "query": "b", "relevant": ["sanering"]}\n', ":1: not a judged query"),
        (b"\xff\n", ": not UTF-8"),
    ],
)
def test_a_file_that_is_not_judged_queries_is_told(evaluate: Evaluate, judged: Path, raw: bytes, told: str) -> None:
    judged.write_bytes(raw)
    code, out, err = evaluate(judged)
    assert (code, out) == (1, "")
    assert err.startswith(f"kb: {judged}{told}")


def test_a_file_that_is_not_there_is_told(evaluate: Evaluate, tmp_path: Path) -> None:
    code, _, err = evaluate(tmp_path / "borta.jsonl")
    assert code == 1
    assert err == f"kb: {tmp_path / 'borta.jsonl'}: no such file; give a JSON Lines file of judged queries\n"
