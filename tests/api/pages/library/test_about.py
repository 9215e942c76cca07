"""What the service says of itself: figures from the snapshot, the law's points, and no promise that is not kept."""

import re

import pytest
from fastapi.testclient import TestClient

from api.languages import LANGUAGE_COOKIE
from kb.privacy.find import FINDERS
from kb.search.searcher import Searcher
from tests.api.pages.read_page import Page, read_page

PATHS = ("/om", "/tillganglighet", "/integritet", "/rangordning")


def _show(client: TestClient, path: str, language: str = "sv") -> Page:
    answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == 200
    return read_page(answer.text)


@pytest.mark.parametrize("path", PATHS)
def test_both_languages_have_the_same_headings_lists_and_outer_links(client: TestClient, path: str) -> None:
    swedish, english = _show(client, path), _show(client, path, "en")
    for tag in ("h2", "li", "dt", "td"):
        assert len(swedish.all(tag)) == len(english.all(tag)), tag
    ways = [[link for link in page.links() if link.startswith("http")] for page in (swedish, english)]
    assert ways[0] == ways[1]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_figure_is_left_unfilled(client: TestClient, path: str, language: str) -> None:
    assert not re.search(r"[{}]|None", _show(client, path, language).all("main")[0].text)


def test_the_figures_are_those_of_the_snapshot(client: TestClient, searcher: Searcher) -> None:
    text = _show(client, "/om").all("main")[0].text
    snapshot = searcher.snapshot
    well_supported = [d for d in snapshot.guidance.values() if d.rating in ("stark", "god")]
    assert f"{len(snapshot.guidance)} vägledningar" in text
    assert f"{len(well_supported)} av dem har stark eller god evidens" in text
    assert f"{len(snapshot.experts)} expertprofiler" in text


def test_every_way_out_of_the_about_page_within_the_site_leads_somewhere(client: TestClient) -> None:
    ways = [link for path in PATHS for link in _show(client, path).links() if re.match(r"/[a-z]", link)]
    broken = [
        way
        for way in dict.fromkeys(ways)
        if "lang=" not in way and not way.startswith("/konto") and client.get(way).status_code != 200
    ]
    assert broken == []


def test_the_accessibility_statement_has_what_the_act_asks_for(client: TestClient) -> None:
    headings = {heading.text for heading in _show(client, "/tillganglighet").all("h2")}
    assert {"Kända brister", "Hur vi har prövat", "Rapportera brister", "Tillsyn"} <= headings


def test_the_privacy_page_names_the_only_cookie_and_every_kind_that_is_masked(client: TestClient) -> None:
    text = _show(client, "/integritet").all("main")[0].text
    assert f"Utan konto finns en enda kaka: {LANGUAGE_COOKIE}." in text
    words = {
        "personnummer": "Personnummer",
        "e-post": "e-postadresser",
        "telefon": "telefonnummer",
        "adress": "gatuadresser",
        "registreringsnummer": "registreringsnummer",
        "namn": "personnamn",
    }
    assert set(words) == set(FINDERS)
    assert [word for word in words.values() if word not in text] == []
