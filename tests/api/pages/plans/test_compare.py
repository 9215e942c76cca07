"""A saved plan is read, set beside today's index, and forgotten."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from kb.plans.plan import Plan, PlannedMeasure
from kb.plans.saved_plan import read_plan, write_json
from tests.api.pages.match.test_match import FRAUD
from tests.api.pages.read_page import read_page

Change = Callable[[PlannedMeasure], PlannedMeasure]


@pytest.fixture(scope="module")
def plan(client: TestClient) -> Plan:
    """A plan as it was taken home today."""
    return read_plan(client.post("/plan", data={"text": FRAUD, "municipality": "Borås", "form": "json"}).content)


def compare(client: TestClient, raw: bytes) -> Response:
    return client.post("/plan/jamfor", files={"file": ("atgardsplan.json", raw, "application/json")})


def with_measure(plan: Plan, **changed: object) -> bytes:
    """The plan with its first measure changed."""
    (problem, *others) = plan.problems
    (measure, *measures) = problem.measures
    changed_problem = replace(problem, measures=(replace(measure, **changed), *measures))  # type: ignore[arg-type]
    return write_json(replace(plan, problems=(changed_problem, *others)))


def test_a_plan_of_today_has_not_changed(client: TestClient, plan: Plan) -> None:
    page = read_page(compare(client, write_json(plan)).text)
    assert "Inget har ändrats sedan planen gjordes." in page.all("main")[0].text


def test_new_evidence_is_told_then_and_now(client: TestClient, plan: Plan) -> None:
    page = read_page(compare(client, with_measure(plan, rating="oklar", evidence_summary="Inte mätt.")).text)
    (change,) = [item for item in page.all("li") if item.attributes.get("data-change") == "new evidence"]
    assert "Ny evidens" in change.text
    assert "oklar. Inte mätt." in change.text
    assert f"{plan.problems[0].measures[0].rating}. " in change.text


def test_a_method_that_is_gone_is_told_by_its_title(client: TestClient, plan: Plan) -> None:
    page = read_page(compare(client, with_measure(plan, slug="borta", title="En borttagen metod")).text)
    (change,) = [item for item in page.all("li") if item.attributes.get("data-change") == "method withdrawn"]
    assert "Metoden finns inte längre" in change.text
    assert "En borttagen metod" in change.text


def test_an_expert_that_is_gone_is_told(client: TestClient, plan: Plan) -> None:
    (problem, *others) = plan.problems
    gone = replace(problem.experts[0], slug="borta", name="Rådgivare", organisation="Brå")
    changed = replace(plan, problems=(replace(problem, experts=(gone,)), *others))
    page = read_page(compare(client, write_json(changed)).text)
    (change,) = [item for item in page.all("li") if item.attributes.get("data-change") == "expert gone"]
    assert "Rådgivare, Brå" in change.text


def test_a_municipality_that_is_no_more_does_not_stop_it(client: TestClient, plan: Plan) -> None:
    assert compare(client, write_json(replace(plan, municipality="Ankeborg"))).status_code == 200


def test_a_problem_without_passages_has_no_new_methods(client: TestClient, plan: Plan) -> None:
    (problem, *_) = plan.problems
    assert compare(client, write_json(replace(plan, problems=(replace(problem, passages=()),)))).status_code == 200


@pytest.mark.parametrize("raw", [b"", b"{}", b"inte json", b"\xff\xfe", b"[]"])
def test_what_is_no_plan_is_told_at_the_field(client: TestClient, raw: bytes) -> None:
    answer = compare(client, raw)
    assert answer.status_code == 422
    assert answer.headers["cache-control"] == "no-store"
    assert "Planen går inte att läsa" in read_page(answer.text).by_id("file-fault").text


def test_no_file_at_all_is_told_too(client: TestClient) -> None:
    assert client.post("/plan/jamfor", data={}).status_code == 422
