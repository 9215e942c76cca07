"""The page of methods side by side: chosen by ticks or in its form, and what it says of each."""

import pytest
from fastapi.testclient import TestClient

from tests.api.pages.read_page import Page, read_page

SLUGS = ["sspf", "skramselprogram-avrads"]


def _show(client: TestClient, *slugs: str, status: int = 200, **params: str) -> Page:
    answer = client.get("/jamfor", params={"metod": list(slugs), **params})
    assert answer.status_code == status
    return read_page(answer.text)


def _chosen(page: Page) -> list[str]:
    return [option.attributes["value"] for option in page.all("option") if "selected" in option.attributes]


def test_each_method_has_the_same_rows(client: TestClient) -> None:
    terms = [term.text for term in _show(client, *SLUGS, omrade="ungdomsbrott").all("dt")]
    rows = [term for term in terms if "Evidens:" not in term]  # what the grades mean stands above
    assert rows[: len(rows) // 2] == rows[len(rows) // 2 :]
    assert {"Effekt och evidens för problemområdet", "Kostnad", "Krav", "Tid till start", "Vilka har gjort det"} < {
        *rows
    }


def test_the_badge_is_that_of_the_area_and_without_one_of_the_main_outcome(client: TestClient) -> None:
    page = _show(client, "belysning", "kamerabevakning", omrade="narkotika")
    assert "inte bedömd för detta" in page.all("article")[0].text
    assert "Inget bedömt utfall gäller detta problemområde" in page.all("article")[0].text
    assert "inte bedömd för detta" not in _show(client, "belysning", "kamerabevakning").all("main")[0].text


def test_what_is_advised_against_keeps_its_warning(client: TestClient) -> None:
    first, second = _show(client, *SLUGS).all("article")
    assert "Avråds" not in first.text
    assert second.text.split()[0] == "Avråds."
    assert "Skadlig: utfallet går åt fel håll" in second.text


def test_a_shared_problem_area_is_one_click_away(client: TestClient) -> None:
    page = _show(client, *SLUGS)
    assert "/jamfor?metod=sspf&metod=skramselprogram-avrads&omrade=ungdomsbrott" in list(page.links())


def test_the_form_has_what_is_compared_and_is_all_there_is_without_a_choice(client: TestClient) -> None:
    assert _chosen(_show(client, *SLUGS, omrade="ungdomsbrott")) == [*SLUGS, "ungdomsbrott"]
    page = _show(client, "", "")
    assert (_chosen(page), page.all("article")) == ([], [])


@pytest.mark.parametrize(
    ("slugs", "status", "told"),
    [
        (["sspf"], 422, "Välj två eller tre olika metoder att jämföra"),
        (["sspf", "est", "komet", "fft"], 422, "Välj två eller tre olika metoder att jämföra"),
        (["sspf", "lagens-krav"], 422, "Välj två eller tre olika metoder att jämföra"),
        (["sspf", "nope"], 404, "Dokumentet finns inte"),
    ],
)
def test_a_choice_that_cannot_be_compared_is_told_over_the_form_to_change_it(
    client: TestClient, slugs: list[str], status: int, told: str
) -> None:
    page = _show(client, *slugs, status=status)
    assert told in page.by_id("fel").text
    assert _chosen(page)[0] == "sspf"


@pytest.mark.parametrize(
    ("path", "area"),
    [
        ("/sok?q=unga+rekryteras+till+gäng", None),
        ("/sok?q=unga+rekryteras+till+gäng&problem_area=nyrekrytering", "nyrekrytering"),
        ("/problemomrade/ungdomsbrott", "ungdomsbrott"),
        ("/vagledning/sspf", None),
    ],
)
def test_methods_are_ticked_where_they_are_listed(client: TestClient, path: str, area: str | None) -> None:
    page = read_page(client.get(path).text)
    boxes = [box.attributes for box in page.all("input") if box.attributes["name"] == "metod"]
    ticked = [box["value"] for box in boxes if box.get("type") == "checkbox"]
    assert len(ticked) > 2
    assert all(box["form"] == "jamfor" for box in boxes if box.get("type") == "checkbox")
    assert page.by_id("jamfor").attributes["action"] == "/jamfor"
    sent = [box.attributes["value"] for box in page.all("input") if box.attributes["name"] == "omrade"]
    assert sent == ([area] if area else [])
    _show(client, *ticked[:2])


def test_a_document_is_compared_with_those_that_are_like_it(client: TestClient) -> None:
    page = read_page(client.get("/vagledning/sspf").text)
    (own,) = [
        box for box in page.all("input") if box.attributes["name"] == "metod" and box.attributes["type"] == "hidden"
    ]
    assert own.attributes["value"] == "sspf"


def test_the_methods_of_a_problem_in_a_match_are_compared_for_its_area(client: TestClient) -> None:
    text = "Unga säljer narkotika på skolan. Ungdomar slåss och tar mobiler av varandra på väg hem."
    page = read_page(client.post("/matcha", data={"text": text}).text)
    forms = [form.attributes["id"] for form in page.all("form") if form.attributes["action"] == "/jamfor"]
    boxes = {box.attributes["form"] for box in page.all("input") if box.attributes["name"] == "metod"}
    assert boxes
    assert boxes <= {*forms}
    assert [box for box in page.all("input") if box.attributes["name"] == "omrade"]
