"""The search page: filters, order and pages by plain links and a plain form."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from api.languages import Language, load_strings
from kb.search.facets import GUIDANCE_FACETS
from kb.vocabulary import GUIDANCE_KINDS
from tests.api.pages.read_page import Page, read_page

Q = {"q": "unga rekryteras till gäng"}


def _page(client: TestClient, **params: str | list[str]) -> Page:
    answer = client.get("/sok", params={**Q, **params})
    assert answer.status_code == 200
    return read_page(answer.text)


def _hits(page: Page) -> list[str]:
    return [link.partition("#")[0] for link in page.links() if re.fullmatch(r"/vagledning/[a-z0-9-]+", link)]


def _n_hits(page: Page) -> int:
    return int(page.by_id("antal").text.split()[0])


def test_without_a_question_the_problems_are_ways_in(client: TestClient) -> None:
    page = read_page(client.get("/sok").text)
    assert "/problemomrade/trafikbus" in list(page.links())


@pytest.mark.parametrize(
    ("q", "told"),
    [
        ('"insatsgrupper sociala"', "i just den ordningen: ”insatsgrupper sociala”. Ta bort citattecknen"),
        ("sociala insatsgrupper -avhopp", "Det som har ordet ”avhopp” är inte med."),
    ],
)
def test_signs_that_take_something_away_are_told(client: TestClient, q: str, told: str) -> None:
    assert told in client.get("/sok", params={"q": q}).text


def test_every_facet_of_the_guidance_is_a_filter_with_counts(client: TestClient) -> None:
    page = _page(client)
    boxes = [box for box in page.all("input") if box.attributes.get("id", "").startswith("f-")]
    assert {box.attributes["name"] for box in boxes} == set(GUIDANCE_FACETS)
    labels = {label.attributes["for"]: label.text for label in page.all("label")}
    assert all(re.fullmatch(r".+ \d+", labels[box.attributes["id"]]) for box in boxes)


def test_the_count_of_a_filter_is_what_it_gives(client: TestClient) -> None:
    page = _page(client)
    labels = {label.attributes["for"]: label.text for label in page.all("label")}
    (limited,) = [box for box in page.all("input") if box.attributes.get("value") == "begränsad"]
    assert _n_hits(_page(client, rating="begränsad")) == int(labels[limited.attributes["id"]].split()[-1])


def test_a_chosen_filter_is_ticked_and_can_be_removed_by_a_link(client: TestClient) -> None:
    page = _page(client, rating=["god", "begränsad"], setting="skola")
    ticked = {box.attributes["value"] for box in page.all("input") if "checked" in box.attributes}
    assert ticked == {"god", "begränsad", "skola"}
    chips = {a.text: a.attributes["href"] for a in page.all("a") if "chip" in a.attributes.get("class", "").split()}
    assert parse_qs(urlsplit(chips["Ta bort Evidens: God ×"]).query) == {
        "q": [Q["q"]],
        "rating": ["begränsad"],
        "setting": ["skola"],
    }


def test_filters_are_or_within_a_facet_and_and_between_facets(client: TestClient) -> None:
    good, limited = _n_hits(_page(client, rating="god")), _n_hits(_page(client, rating="begränsad"))
    assert _n_hits(_page(client, rating=["god", "begränsad"])) == good + limited
    assert _n_hits(_page(client, rating=["god", "begränsad"], setting="skola")) < good + limited


def test_filters_that_leave_nothing_say_so_and_stay(client: TestClient) -> None:
    page = _page(client, kind="juridik", setting="trafik")
    assert _n_hits(page) == 0
    assert len([box for box in page.all("input") if "checked" in box.attributes]) == 2
    assert f"Filtren lämnar ingen kvar av {_n_hits(_page(client))} träffar." in page.all("main")[0].text


def test_a_way_back_from_filters_leads_to_as_many_hits_as_it_says(client: TestClient) -> None:
    page = _page(client, kind="vägledning", setting="handel")
    ways = [(link.text, link.attributes["href"]) for link in page.of_class("way-back")]
    assert len(ways) >= 2
    for words, href in ways:
        shown = _n_hits(read_page(client.get(href, follow_redirects=True).text))
        assert f" {shown} " in f" {words} "
    assert parse_qs(urlsplit(ways[-1][1]).query) == {"q": [Q["q"]]}


def test_a_page_past_the_last_one_is_the_last_one(client: TestClient) -> None:
    answer = client.get("/sok", params={**Q, "page": "900"})
    assert answer.history[0].status_code == 303
    assert _hits(read_page(answer.text))


def test_pages_hold_all_hits_once(client: TestClient) -> None:
    page = _page(client)
    links = [link for link in page.links() if "page=" in link]
    seen = _hits(page)
    for link in dict.fromkeys(links):
        seen += _hits(read_page(client.get(link).text))
    assert len(seen) == len(set(seen)) == _n_hits(page)


def test_by_evidence_the_best_rated_come_first(client: TestClient) -> None:
    by_evidence = client.get("/v1/search", params={**Q, "sort": "evidence"}).json()["hits"]
    assert _hits(_page(client, sort="evidence")) == [f"/vagledning/{hit['slug']}" for hit in by_evidence]


def test_every_hit_says_why(client: TestClient) -> None:
    reasons = [part for part in _page(client).all("details") if part.attributes.get("class") == "why"]
    assert len(reasons) == 10
    assert all("väg" in reason.text and "Relevans" in reason.text for reason in reasons)


def test_a_filter_that_does_not_exist_is_told(client: TestClient) -> None:
    answer = client.get("/sok", params={**Q, "rating": "utmärkt"})
    assert answer.status_code == 422
    assert "Filtret finns inte" in read_page(answer.text).by_id("fel").text


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_value_of_a_filter_has_a_name(client: TestClient, language: Language) -> None:
    facets = client.get("/v1/search", params={"q": "barn och unga i kommunen"}).json()["facets"]
    strings = load_strings(language)
    named = [
        f"{GUIDANCE_FACETS[facet].values}_{value}"
        for facet in facets
        if facet != "problem_area"
        for value in facets[facet]
    ]
    assert [key for key in (*named, *(f"kind_{kind}" for kind in GUIDANCE_KINDS)) if key not in strings] == []


def test_who_can_help_stands_after_the_hits_with_the_reason_and_the_way_in(client: TestClient) -> None:
    experts = client.get("/v1/search", params=Q).json()["experts"]
    page = _page(client)
    assert "#vem-kan-hjalpa" in list(page.links())
    (main,) = page.all("main")
    for expert in experts:
        assert f"/expert/{expert['slug']}" in list(page.links())
        assert expert["way_in"] in list(page.links())
        assert expert["reason"]["document_passage"] in main.text


def test_what_is_refused_has_nobody_to_help(client: TestClient) -> None:
    page = read_page(client.get("/sok", params={"q": "vilken temperatur har solens yta"}).text)
    assert [link for link in page.links() if link.startswith("/expert/")] == []


@pytest.mark.parametrize(("language", "name"), [("sv", "Kvinnofridslinjen"), ("en", "The national women's helpline")])
def test_where_somebody_in_danger_can_turn_stands_before_the_answer(
    client: TestClient, language: Language, name: str
) -> None:
    answer = client.get(
        "/sok", params={"q": "min dotter blir slagen av sin pojkvän"}, headers={"Accept-Language": language}
    )
    page = read_page(answer.text)
    (box,) = page.of_class("urgent")
    assert load_strings(language)["urgent_heading"] in box.text
    assert name in box.text
    links = list(page.links())
    assert links.index("tel:112") < links.index("tel:020505050") < links.index(f"/vagledning/{_hits(page)[0][12:]}")


def test_a_question_that_tells_of_nobody_in_danger_has_no_such_box(client: TestClient) -> None:
    assert _page(client).of_class("urgent") == []
