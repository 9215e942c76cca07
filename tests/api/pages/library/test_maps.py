"""The evidence map and the gap map: what a cell counts is what its link lists."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from kb.documents import Library
from kb.search.searcher import Searcher
from tests.api.conftest import Publish, make_app, make_library
from tests.api.pages.read_page import Element, Page, read_page
from tests.builders import make_area, make_evidence, make_expert, make_guidance

MAPS = ["/evidenskarta", "/kunskapsluckor", "/kunskapsluckor?by=target_group"]


def cells_of(page: Page) -> list[Element]:
    return [link for link in page.all("a") if link.attributes.get("class") == "cell"]


def count_listed(client: TestClient, href: str) -> Mapping[str, int]:
    """Name of a list on the page -> how many methods are in it."""
    html = client.get(href).text
    lists = re.findall(r'<ol class="hits" data-list="([a-z-]+)">(.*?)</ol>', html, re.S)
    return {name: body.count("<article>") for name, body in lists}


@pytest.fixture(scope="module")
def maps(client: TestClient) -> dict[str, Page]:
    return {path: read_page(client.get(path).text) for path in MAPS}


@pytest.mark.slow
def test_every_cell_of_the_evidence_map_counts_what_its_link_lists(client: TestClient, maps: dict[str, Page]) -> None:
    cells = cells_of(maps["/evidenskarta"])
    assert len(cells) == len(client.get("/v1/problem-areas").json()["problem_areas"]) * 3
    for cell in cells:
        listed = count_listed(client, cell.attributes["href"])
        told = cell.attributes["aria-label"]
        counted = re.search(r": (\d+) metod", told)
        assert (int(counted[1]) if counted else 0) == listed.get("primary", 0), told
        warned = re.search(r"(\d+) avråds", told)
        assert (int(warned[1]) if warned else 0) == listed.get("advised-against", 0), told


@pytest.mark.slow
@pytest.mark.parametrize("path", MAPS[1:])
def test_every_cell_of_the_gap_map_counts_what_its_link_lists(
    client: TestClient, maps: dict[str, Page], path: str
) -> None:
    cells = cells_of(maps[path])
    assert len(cells) > 100
    for cell in cells:
        listed = count_listed(client, cell.attributes["href"])
        told = cell.attributes["aria-label"]
        counted = re.search(r"\((\d+) metod", told)
        assert (int(counted[1]) if counted else 0) == listed.get("primary", 0) + listed.get("secondary", 0), told


@pytest.mark.parametrize("path", MAPS)
def test_the_table_has_the_links_of_the_drawing_with_the_same_words(maps: dict[str, Page], path: str) -> None:
    drawn = [(cell.attributes["href"], cell.attributes["aria-label"]) for cell in cells_of(maps[path])]
    links = [link for link in maps[path].all("a") if "aria-label" in link.attributes]
    in_table = [
        (link.attributes["href"], link.attributes["aria-label"])
        for link in links
        if link.attributes.get("class") != "cell" and link.attributes["href"].startswith("/metoder")
    ]
    assert drawn == in_table


@pytest.mark.parametrize("path", MAPS)
def test_a_drawing_of_links_is_no_picture_and_can_be_scrolled_with_keys(maps: dict[str, Page], path: str) -> None:
    (drawing,) = [svg for svg in maps[path].all("svg") if "map" in svg.attributes.get("class", "").split()]
    assert drawing.attributes["role"] == "group"  # an image would hide its links
    (region,) = [box for box in maps[path].all("div") if box.attributes.get("class") == "map-region"]
    assert (region.attributes["role"], region.attributes["tabindex"]) == ("region", "0")
    assert region.attributes["aria-label"].strip()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("path", MAPS)
def test_the_name_of_a_row_keeps_within_its_height(client: TestClient, path: str, language: str) -> None:
    html = client.get(path, headers={"accept-language": language}).text
    rows = re.findall(r'<g aria-hidden="true">(.*?)</g>', html, re.S)
    assert rows
    assert max(row.count("<text") for row in rows) <= 2


def test_the_map_of_an_english_page_is_in_english(client: TestClient) -> None:
    page = read_page(client.get("/evidenskarta", headers={"accept-language": "en"}).text)
    first = cells_of(page)[0].attributes["aria-label"]
    assert "Social prevention" in first and "metod" not in first.replace("method", "")


def _serve(folder: Path, publish_library: Publish, **changed: Any) -> TestClient:
    document = make_guidance("metod", "En metod", **changed)
    publish_library(folder, "a", make_library(document, make_area("narkotika", "Narkotika"), make_expert("rad")))
    return TestClient(make_app(folder))


def test_a_method_that_is_advised_against_is_marked_and_not_counted(tmp_path: Path, publish_library: Publish) -> None:
    evidence = (make_evidence("stark"),)
    client = _serve(tmp_path, publish_library, recommendation="avråds", evidence=evidence)
    cell = cells_of(read_page(client.get("/evidenskarta").text))[0]
    assert cell.attributes["aria-label"] == "Narkotika, Social prevention: Ingen metod; 1 avråds"
    assert count_listed(client, cell.attributes["href"]) == {"advised-against": 1}


def test_a_cell_tells_the_best_rating_and_all_of_them(tmp_path: Path, publish_library: Publish) -> None:
    weak, good = (make_guidance(slug, evidence=(make_evidence(slug),)) for slug in ("svag", "god"))
    publish_library(tmp_path, "a", Library((weak, good), (make_area("narkotika", "Narkotika"),), (make_expert("rad"),)))
    cell = cells_of(read_page(TestClient(make_app(tmp_path)).get("/evidenskarta").text))[0]
    assert (
        cell.attributes["aria-label"]
        == "Narkotika, Social prevention: 2 metoder; bästa betyg god; 1 god, 1 svag; effekt: 2 minskar"
    )


def test_a_cell_rates_a_method_by_its_outcome_for_the_area(tmp_path: Path, publish_library: Publish) -> None:
    elsewhere = make_evidence("stark", for_areas=("annat",))
    client = _serve(tmp_path, publish_library, evidence=(elsewhere, make_evidence("svag")))
    cell = cells_of(read_page(client.get("/evidenskarta").text))[0]
    assert (
        cell.attributes["aria-label"]
        == "Narkotika, Social prevention: 1 metod; bästa betyg svag; 1 svag; effekt: 1 minskar"
    )


def test_a_review_that_has_run_out_is_listed_with_its_day(tmp_path: Path, publish_library: Publish) -> None:
    day = make_guidance("x").reviewed.replace(day=1)
    page = _serve(tmp_path, publish_library, review_by=day).get("/kunskapsluckor").text
    assert "skulle ha granskats senast 1 november 2026" in page
    assert "Inget dokument har passerat" not in page


def test_stated_gaps_are_told_and_lead_to_their_texts(client: TestClient, searcher: Searcher) -> None:
    links = set(read_page(client.get("/kunskapsluckor").text).links())
    gaps = [f"/vagledning/{d.slug}" for d in searcher.snapshot.guidance.values() if d.kind == "lucka"]
    assert gaps and set(gaps) <= links


def test_a_page_says_what_the_map_does_not(client: TestClient) -> None:
    assert "En lucka här är en lucka i kunskapsbanken" in client.get("/kunskapsluckor").text
    assert "inte att ingen finns" in client.get("/evidenskarta").text


@pytest.mark.parametrize("path", ["/kunskapsluckor?by=shoe", "/metoder?approach=x", "/metoder?problem_area=nope"])
def test_a_choice_that_does_not_exist_is_an_error_page(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"accept": "text/html"})
    assert answer.status_code in (404, 422)
    assert 'role="alert"' in answer.text


def test_the_list_of_methods_keeps_what_was_chosen(client: TestClient) -> None:
    page = read_page(client.get("/metoder?problem_area=skadegorelse&approach=situationell&target_group=").text)
    chosen = [option.attributes["value"] for option in page.all("option") if "selected" in option.attributes]
    assert chosen == ["skadegorelse", "situationell"]


def test_a_list_of_methods_that_choices_emptied_says_which_to_drop(client: TestClient) -> None:
    chosen = "/metoder?problem_area=skadegorelse&approach=social&prevention_level=indikerad"
    page = read_page(client.get(chosen).text)
    (notice,) = page.of_class("filtered-out")
    assert "Era val lämnar ingen kvar av " in notice.text
    ways = page.of_class("way-back")
    assert len(ways) >= 2
    for way in ways:
        listed = read_page(client.get(way.attributes["href"]).text)
        assert way.text.rpartition(": ")[2] in [heading.text.partition(" till för")[0] for heading in listed.all("h2")]
