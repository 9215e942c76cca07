"""/v1/search on the shipped content: filters, facets, pages and order."""

from typing import Any

from fastapi.testclient import TestClient

from kb.vocabulary import RATINGS

NARCOTICS = "unga som säljer narkotika på skolan"


def _search(client: TestClient, q: str = NARCOTICS, **parameters: Any) -> dict[str, Any]:
    answer = client.get("/v1/search", params={"q": q, **parameters})
    assert answer.status_code == 200
    body: dict[str, Any] = answer.json()
    return body


def _slugs(found: dict[str, Any]) -> list[str]:
    return [hit["slug"] for hit in found["hits"]]


def test_a_search_in_plain_words_finds_the_method(client: TestClient) -> None:
    found = _search(client, "ungar som kör epa på torget")
    assert found["answered"]
    assert found["query"] == "ungar som kör epa på torget"
    assert found["questions"] == []
    assert found["hits"][0]["slug"] == "a-traktorer-och-buskorning"
    assert found["snapshot"] == client.get("/v1/snapshot").json()["id"]


def test_signs_are_told_as_they_were_read(client: TestClient) -> None:
    found = _search(client, '"sociala insatsgrupper" -avhopp')
    assert (found["phrases"], found["left_out"]) == (["sociala insatsgrupper"], ["avhopp"])
    assert (found["answered"], found["missing_phrases"]) == (True, [])


def test_a_phrase_that_no_document_has_is_told(client: TestClient) -> None:
    found = _search(client, "”insatsgrupper sociala”")
    assert (found["answered"], found["hits"], found["missing_phrases"]) == (False, [], ["insatsgrupper sociala"])


def test_hits_come_best_first_with_relevance_from_0_to_1(client: TestClient) -> None:
    relevance = [hit["relevance"] for hit in _search(client, n=50)["hits"]]
    assert len(relevance) > 5
    assert relevance == sorted(relevance, reverse=True)
    assert all(0 <= value <= 1 for value in relevance)


def test_a_query_about_nothing_gets_questions_and_topics_and_no_weak_hits(client: TestClient) -> None:
    found = _search(client, "vilken temperatur har solens yta")
    assert (found["answered"], found["n_hits"], found["hits"]) == (False, 0, [])
    assert len(found["questions"]) == len(found["topics"]) == 3


def test_pages_joined_are_the_whole(client: TestClient) -> None:
    whole = _search(client, n=50)
    pages = [_search(client, n=4, first=first) for first in (0, 4, 8)]
    assert [slug for page in pages for slug in _slugs(page)] == _slugs(whole)[:12]
    assert {page["n_hits"] for page in pages} == {whole["n_hits"]}


def test_a_page_past_the_last_is_empty(client: TestClient) -> None:
    n_hits = _search(client)["n_hits"]
    assert len(_search(client, first=n_hits - 1)["hits"]) == 1
    for first in (n_hits, 10**30):
        assert (_search(client, first=first)["answered"], _search(client, first=first)["hits"]) == (True, [])


def test_values_of_one_filter_widen_and_filters_of_two_kinds_narrow(client: TestClient) -> None:
    good, weak = (_search(client, "narkotika", rating=rating, n=50) for rating in ("begränsad", "oklar"))
    either = _search(client, "narkotika", rating=["begränsad", "oklar"], n=50)
    assert good["hits"]
    assert weak["hits"]
    assert set(_slugs(either)) == {*_slugs(good), *_slugs(weak)}
    in_school = _search(client, "narkotika", rating=["begränsad", "oklar"], setting="skola", n=50)
    assert 0 < in_school["n_hits"] < either["n_hits"]
    for hit in in_school["hits"]:
        assert hit["rating"] in ("begränsad", "oklar")
        assert "skola" in client.get(f"/v1/guidance/{hit['slug']}").json()["settings"]


def test_the_values_of_a_facet_can_be_filtered_by(client: TestClient) -> None:
    facets = _search(client)["facets"]
    assert len(facets) == 10
    for facet, values in facets.items():
        value, n_documents = next(iter(values.items()))
        assert _search(client, **{facet: value})["n_hits"] >= n_documents, (facet, value)


def test_by_evidence_the_best_rated_come_first(client: TestClient) -> None:
    ratings = [hit["rating"] for hit in _search(client, sort="evidence", n=5)["hits"]]
    places = [RATINGS.index(rating) if rating else len(RATINGS) for rating in ratings]
    assert places == sorted(places)
    assert places != [RATINGS.index(hit["rating"]) if hit["rating"] else 9 for hit in _search(client, n=5)["hits"]]


def test_what_is_advised_against_is_shown_apart(client: TestClient) -> None:
    found = _search(client, "skrämma ungdomar med studiebesök i fängelse", n=50)
    assert [hit["recommendation"] for hit in found["advised_against"]] == ["avråds"]
    assert set(_slugs(found)).isdisjoint({hit["slug"] for hit in found["advised_against"]})


def test_highlights_are_the_spans_of_the_words_that_match(client: TestClient) -> None:
    marked: set[str] = set()
    for hit in _search(client, "klotter", n=10)["hits"]:
        for passage in hit["passages"]:
            spans = passage["highlights"]
            assert spans == sorted(spans)
            assert all(0 <= first < last <= len(passage["text"]) for first, last in spans)
            marked |= {passage["text"][first:last].lower() for first, last in spans}
    assert "klotter" in marked
    assert {word for word in marked if "klott" not in word} == set()


def test_a_passage_leads_to_its_place_in_the_document(client: TestClient) -> None:
    (hit,) = _search(client, "snatteri", n=1)["hits"]
    anchors = {section["anchor"] for section in client.get(f"/v1/guidance/{hit['slug']}").json()["sections"]}
    assert {passage["anchor"] for passage in hit["passages"] if passage["heading"]} <= anchors


def test_filters_that_leave_nothing_are_told_with_how_many_there_would_be_without_each(client: TestClient) -> None:
    asked = {"kind": "juridik", "setting": "trafik"}
    told = _search(client, **asked)["filtered_out"]
    assert told["n_found"] == _search(client)["n_hits"]
    for name, n in told["without"].items():
        assert _search(client, **{field: asked[field] for field in asked if field != name})["n_hits"] == n
    assert _search(client)["filtered_out"] is None


def test_a_search_tells_who_can_help_with_the_reason_and_the_way_in(client: TestClient) -> None:
    experts = _search(client)["experts"]
    assert 2 <= len(experts) <= 3
    assert all(expert["way_in"] and expert["reason"]["document_passage"] for expert in experts)
    assert all("mailbox" not in expert for expert in experts)
    assert _search(client, "vilken temperatur har solens yta")["experts"] == []


def test_who_tells_of_somebody_in_danger_is_told_where_to_turn_and_112_first(client: TestClient) -> None:
    urgent = _search(client, "min dotter blir slagen av sin pojkvän")["urgent"]
    numbers = [line["number"] for line in urgent]
    assert numbers[0] == "112"
    assert "020-50 50 50" in numbers
    assert urgent[0]["told"].startswith("112 Nödnumret")


def test_where_to_turn_is_told_even_when_nothing_fits(client: TestClient) -> None:
    found = _search(client, "jag orkar inte leva längre")
    assert (found["answered"], found["hits"]) == (False, [])
    assert "90101" in [line["number"] for line in found["urgent"]]


def test_a_question_of_an_office_about_violence_is_no_cry_for_help(client: TestClient) -> None:
    assert _search(client, "våld i nära relation statistik")["urgent"] == []
