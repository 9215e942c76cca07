"""/v1/guidance/{slug}: the document as it was written, with its sources."""

from fastapi.testclient import TestClient

from kb.search.searcher import Searcher


def test_every_document_that_is_found_can_be_read(client: TestClient, searcher: Searcher) -> None:
    for slug, document in searcher.snapshot.guidance.items():
        body = client.get(f"/v1/guidance/{slug}").json()
        assert (body["slug"], body["title"], body["rating"]) == (slug, document.title, document.rating)
        assert [section["heading"] for section in body["sections"]] == [s.heading for s in document.sections]
        assert {cited for s in body["sections"] for cited in s["citations"]} <= {s["id"] for s in body["sources"]}


def test_each_outcome_says_how_sure_it_is_and_who_rated_it(client: TestClient) -> None:
    body = client.get("/v1/guidance/sspf").json()
    assert body["evidence"]
    assert all(outcome["rating"] and outcome["certainty"] for outcome in body["evidence"])


def test_how_people_ask_for_it_is_left_out(client: TestClient) -> None:
    assert "asked_as" not in client.get("/v1/guidance/sspf").json()


def test_similar_guidance_is_told_with_what_both_are_for(client: TestClient, searcher: Searcher) -> None:
    similar = client.get("/v1/guidance/kamerabevakning/similar").json()
    own = searcher.snapshot.guidance["kamerabevakning"].primary_areas
    assert similar[0]["slug"] == "kamerabevakning-regler"
    assert all(set(other["areas"]) <= set(own) for other in similar)
    assert client.get("/v1/guidance/okand/similar").status_code == 404
