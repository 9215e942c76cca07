"""/v1/case-allocations: the open cases of a desk proposed, changed by hand, confirmed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.store.cases.create_case import AskedProblem
from kb.search.searcher import Searcher
from tests.api.cases.open_desk import MARCH, add_case, open_desk
from tests.api.problem_details import read_problem

HERE = "/v1/case-allocations"


@pytest.fixture
def advisor(snapshots: Path, tmp_path: Path) -> Iterator[TestClient]:
    with open_desk(snapshots, tmp_path / "state", "application/json") as client:
        yield client


def _run(client: TestClient, **body: Any) -> dict[str, Any]:
    answer = client.post(HERE, json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _expert(found: dict[str, Any], case_id: str) -> str | None:
    """The expert of the case's first problem."""
    (case,) = [case for case in found["cases"] if case["id"] == case_id]
    expert = case["support"]["problems"][0]["expert"]
    return expert and str(expert["slug"])


def test_the_desk_has_the_cases_of_its_county_alone(advisor: TestClient) -> None:
    own = add_case(advisor)
    add_case(advisor, municipality_code="0180")
    found = _run(advisor)
    assert [case["id"] for case in found["cases"]] == [own]
    assert [case["id"] for case in _run(advisor, reach="all")["cases"]] == [own]


def test_form_and_language_of_the_case_are_those_of_its_expert(advisor: TestClient, searcher: Searcher) -> None:
    case_id = add_case(advisor, form="på plats", language="en")
    slug = _expert(_run(advisor), case_id)
    expert = searcher.snapshot.experts[slug] if slug else None
    assert expert is None or ("på plats" in expert.formats and "en" in expert.languages)


def test_whom_the_asker_does_not_want_is_not_proposed(advisor: TestClient) -> None:
    first_id = add_case(advisor)
    first = _expert(_run(advisor), first_id)
    assert first
    case_id = add_case(advisor, not_experts=(first,))
    assert _expert(_run(advisor), case_id) != first


def test_words_of_a_case_are_masked_before_they_are_matched(advisor: TestClient) -> None:
    case_id = add_case(advisor, words="Kalle, 19850312-1237, säljer knark i parken.")
    (case,) = [case for case in _run(advisor)["cases"] if case["id"] == case_id]
    assert case["support"]["masked"]
    assert "19850312" not in json.dumps(case)


def test_a_change_by_hand_is_kept_and_told_with_its_cost(advisor: TestClient) -> None:
    case_id = add_case(advisor)
    plain = _run(advisor)
    slug = _expert(plain, case_id)
    assert slug
    changed = _run(advisor, out=[slug])
    assert _expert(changed, case_id) != slug
    assert changed["cost"] >= 0
    assert changed["without"]["total_match"] == pytest.approx(plain["allocation"]["optimal"]["total_match"])
    nobody = _run(advisor, nobody=[case_id])
    assert nobody["cases"][0]["support"]["problems"][0]["uncovered"] == "by_hand"
    assert nobody["cases"][0]["cost"] == pytest.approx(plain["cases"][0]["support"]["quality"])


def test_an_expert_that_may_not_be_had_is_told_with_the_reason(advisor: TestClient, searcher: Searcher) -> None:
    case_id = add_case(advisor)
    far = next(
        slug
        for slug, expert in sorted(searcher.snapshot.experts.items())
        if expert.counties and "14" not in expert.counties
    )
    found = _run(advisor, given=[{"case": case_id, "expert": far}])
    assert found["not_kept"] == [{"case": case_id, "expert": far, "why": "reach"}]


def test_a_case_that_cannot_be_read_is_told_apart_and_the_others_are_allocated(advisor: TestClient) -> None:
    gone = add_case(advisor, problems=(AskedProblem("finns-inte", ""),))
    good = add_case(advisor)
    found = _run(advisor)
    assert [(case["id"], case["why"]) for case in found["unread"]] == [(gone, "no_area")]
    assert [case["id"] for case in found["cases"]] == [good]


def test_how_far_it_has_come_is_told_in_lines(advisor: TestClient) -> None:
    add_case(advisor)
    answer = advisor.post(HERE, json={}, headers={"accept": "application/x-ndjson"})
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert {line["stage"] for line in lines[:-1]} == {"matching", "allocating"}
    assert lines[-1]["result"]["cases"]


def test_what_is_not_at_the_desk_is_refused(advisor: TestClient) -> None:
    told = read_problem(advisor.post(HERE, json={"nobody": ["0" * 32], "out": ["nope"]}), 422, "CasesRejected")
    assert "no open case at the desk" in told
    assert "no expert 'nope'" in told


def test_one_allocates_at_a_time(advisor: TestClient) -> None:
    add_case(advisor)
    with advisor.app.state.allocator.take_place():  # type: ignore[attr-defined]  # the client knows any ASGI app
        answer = advisor.post(HERE, json={})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert advisor.post(HERE, json={}).status_code == 200


def test_a_proposal_is_confirmed_once_for_its_key(advisor: TestClient) -> None:
    case_id = add_case(advisor)
    found = _run(advisor)
    (case,) = found["cases"]
    body = {"cases": [{"case": case_id, "seen": case["seen"], "experts": [_expert(found, case_id)]}]}
    first, second = (
        advisor.post(f"{HERE}/confirmed", json=body, headers={"Idempotency-Key": "a"}).json() for _ in range(2)
    )
    assert first == second
    assert (first["confirmed"], first["changed"]) == ([case_id], [])


def test_a_case_of_another_county_is_unknown(advisor: TestClient) -> None:
    far = add_case(advisor, municipality_code="0180", period=MARCH)
    body = {"cases": [{"case": far, "seen": "x", "experts": ["bra-kunskapsstod"]}]}
    read_problem(advisor.post(f"{HERE}/confirmed", json=body), 404, "UnknownCase")
