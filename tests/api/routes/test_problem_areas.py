"""/v1/problem-areas: the whole taxonomy, without the slang it is understood by."""

from fastapi.testclient import TestClient

from kb.search.searcher import Searcher


def test_all_areas_are_told(client: TestClient, searcher: Searcher) -> None:
    areas = client.get("/v1/problem-areas").json()["problem_areas"]
    assert {area["slug"]: area["title"] for area in areas} == {
        slug: area.title for slug, area in searcher.snapshot.problem_areas.items()
    }


def test_slang_and_phrasings_are_left_out(client: TestClient) -> None:
    for area in client.get("/v1/problem-areas").json()["problem_areas"]:
        assert {"jargon", "asked_as"}.isdisjoint(area)
        assert area["questions"]
