"""/v1/compare: two or three methods side by side."""

import pytest
from fastapi.testclient import TestClient

SLUGS = ["sspf", "skramselprogram-avrads"]


def test_methods_are_told_side_by_side_for_a_problem_area(client: TestClient) -> None:
    found = client.get("/v1/compare", params={"slug": SLUGS, "problem_area": "ungdomsbrott"}).json()
    assert (found["problem_area"], found["shared_areas"]) == ("ungdomsbrott", ["ungdomsbrott"])
    assert [method["slug"] for method in found["methods"]] == SLUGS
    assert [method["outcome"]["effect"] for method in found["methods"]] == ["inte känt", "ökar"]
    assert all(method["is_about_problem"] and method["requires"] for method in found["methods"])
    assert found["snapshot"] == client.get("/v1/snapshot").json()["id"]


def test_what_is_advised_against_may_be_compared_and_says_so(client: TestClient) -> None:
    found = client.get("/v1/compare", params={"slug": SLUGS}).json()
    assert found["problem_area"] is None
    assert [method["recommendation"] for method in found["methods"]] == ["prövas", "avråds"]


@pytest.mark.parametrize(
    ("params", "status", "told"),
    [
        ({}, 422, "name two or three different ones"),
        ({"slug": ["sspf"]}, 422, "name two or three different ones"),
        ({"slug": ["sspf", "est", "komet", "fft"]}, 422, "name two or three different ones"),
        ({"slug": ["sspf", "lagens-krav"]}, 422, "compare methods alone"),
        ({"slug": ["sspf", "nope"]}, 404, "no guidance 'nope' to compare"),
        ({"slug": SLUGS, "problem_area": "nope"}, 404, "no problem area 'nope'"),
    ],
)
def test_what_cannot_be_compared_is_told_with_the_way_out(
    client: TestClient, params: dict[str, list[str]], status: int, told: str
) -> None:
    answer = client.get("/v1/compare", params=params)
    assert answer.status_code == status
    assert told in answer.json()["detail"]
