"""Who can help a municipality in a month, told on a page; nobody's contact, and no long text in an address."""

import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from kb.documents import MethodExperience, Period, Terms
from kb.search.searcher import Searcher
from tests.api.conftest import Publish, make_app, make_library
from tests.api.pages.read_page import Page, read_page
from tests.builders import make_area, make_expert, make_guidance

MARCH = {"from": "2027-03", "to": "2027-03"}
AWAY = (Period(date(2027, 2, 15), date(2027, 4, 4)),)


def ask(client: TestClient, **fields: Any) -> Page:
    answer = client.get("/experter", params=fields)
    assert answer.status_code == 200
    return read_page(answer.text)


def listed(page: Page) -> list[str]:
    """Slugs of the cards, in order."""
    return [href.removeprefix("/expert/") for href in page.links() if re.fullmatch(r"/expert/[a-z-]+", href)]


def heading(page: Page) -> str:
    return page.by_id("svar").text


def serve(folder: Path, publish_library: Publish, **changed: Any) -> TestClient:
    library = make_library(make_guidance("metod"), make_area("narkotika", "Narkotika"), make_expert("rad", **changed))
    publish_library(folder, "a", library)
    return TestClient(make_app(folder))


def test_who_can_help_boras_in_march(client: TestClient, searcher: Searcher) -> None:
    page = ask(client, municipality="Borås", **MARCH)
    assert heading(page).endswith("experter som når Borås och kan ha tid under mars 2027")
    for slug in listed(page):
        assert (
            searcher.snapshot.experts[slug].counties in ((), ("14",))
            or "14" in searcher.snapshot.experts[slug].counties
        )


def test_who_is_away_all_the_time_stands_apart_with_the_day_of_return(tmp_path: Path, publish_library: Publish) -> None:
    page = ask(serve(tmp_path, publish_library, unavailable=AWAY), **MARCH)
    assert heading(page).startswith("0 experter")
    (busy,) = [box for box in page.all("section") if box.attributes.get("class") == "busy"]
    assert "ledig igen från 5 april 2027" in busy.text


def test_who_is_away_for_a_part_tells_the_free_days(tmp_path: Path, publish_library: Publish) -> None:
    away = (Period(date(2027, 3, 1), date(2027, 3, 14)),)
    page = ask(serve(tmp_path, publish_library, unavailable=away), **MARCH)
    (line,) = [p for p in page.all("p") if p.attributes.get("data-state") == "partly"]
    assert "Ledig 15–31 mars 2027" in line.text


def test_a_conflict_is_counted_and_its_expert_not_shown(client: TestClient) -> None:
    page = ask(client, municipality="Tranemo", problem_area="liten-kommun")
    assert "tranemo-est" not in listed(page)
    assert "1 visas inte, på grund av jäv mot Tranemo." in [p.text for p in page.all("p")]


def test_months_that_are_free_busy_and_unknown_are_words(tmp_path: Path, publish_library: Publish) -> None:
    page = ask(serve(tmp_path, publish_library, unavailable=AWAY), **{"from": "2027-02", "to": "2027-04"})
    (row,) = [row for row in page.all("tr") if "Rådgivare rad" in row.text]
    assert row.text.strip().endswith("delvis" + "upptagen" + "delvis" + "ledig" * 6 + "delvis" + "okänt" * 2)
    (region,) = [box for box in page.all("div") if "calendar" in box.attributes.get("class", "").split()]
    assert (region.attributes["role"], region.attributes["tabindex"]) == ("region", "0")


def test_who_has_said_nothing_is_there_with_what_to_ask_and_without_a_calendar(
    tmp_path: Path, publish_library: Publish
) -> None:
    page = ask(serve(tmp_path, publish_library, availability=None), **MARCH)
    assert heading(page).startswith("1 expert ")
    (line,) = [p for p in page.all("p") if p.attributes.get("data-state") == "unknown"]
    assert line.text.strip() == "Fråga om tid"
    assert page.all("table") == []


def test_no_real_organisation_has_a_calendar_that_it_has_not_confirmed(client: TestClient) -> None:
    page = ask(client, **MARCH)
    lines = [p for p in page.all("p") if p.attributes.get("class") == "free-line"]
    assert {line.text.strip() for line in lines} == {"Fråga om tid"}
    assert page.all("table") == []


def test_made_up_experts_stand_marked_after_all_real_ones(client: TestClient, demo_client: TestClient) -> None:
    n_real = int(heading(ask(client, municipality="Borås")).split()[0])
    n_all = int(heading(ask(demo_client, municipality="Borås")).split()[0])
    pages = [ask(demo_client, municipality="Borås", page=n) for n in range(1, -(-n_all // 20) + 1)]
    slugs = [slug for page in pages for slug in dict.fromkeys(listed(page))]  # once more in the calendar
    assert [slug.startswith("demo-") for slug in slugs] == [False] * n_real + [True] * (n_all - n_real)
    assert f"Av dem är {n_all - n_real} påhittade." in [p.text for p in pages[0].all("p")]
    assert "Påhittade experter, för demonstration" in [h.text for h in pages[-1].all("h2")]
    assert len(pages[-1].of_class("demo-mark")) == len(pages[-1].all("article"))


def test_every_page_of_a_demonstration_says_that_it_is_one(client: TestClient, demo_client: TestClient) -> None:
    for path in ("/", "/sok?q=klotter", "/experter", "/om", "/vagledning/est"):
        (banner,) = read_page(demo_client.get(path).text).of_class("demo-banner")
        assert banner.text.startswith("Demonstration. Några av experterna är påhittade.")
        assert read_page(client.get(path).text).of_class("demo-banner") == []


def test_a_made_up_expert_has_no_way_in_and_no_page_without_the_demonstration(
    client: TestClient, demo_client: TestClient
) -> None:
    page = read_page(demo_client.get("/expert/demo-alvdala-samordnare").text)
    assert len(page.of_class("demo-mark")) == 1
    assert ("robots", "noindex") in [(m.attributes.get("name"), m.attributes.get("content")) for m in page.all("meta")]
    assert not any(".example" in link for link in page.links())
    assert len([row for row in page.all("tr") if "ledig" in row.text or "delvis" in row.text]) == 12
    assert client.get("/expert/demo-alvdala-samordnare").status_code == 404
    assert "demo-" not in client.get("/v1/experts?n=100").text


def test_counts_beside_the_choices_are_what_they_give(client: TestClient) -> None:
    page = ask(client, municipality="Borås")
    counted = [option for option in page.all("option") if option.attributes.get("value") == "digitalt"]
    (n,) = [int(option.text.rsplit("(", 1)[1].rstrip(")")) for option in counted]
    assert heading(ask(client, municipality="Borås", format="digitalt")).startswith(f"{n} experter")


def test_a_municipality_says_which_county_so_the_county_beside_it_is_not_asked_for(client: TestClient) -> None:
    alone, beside = (ask(client, municipality="Borås", **more) for more in ({}, {"county": "01"}))
    assert heading(alone) == heading(beside)


def test_a_county_has_its_own_experts_and_the_nationwide(client: TestClient) -> None:
    n = client.get("/v1/experts", params={"county": "14", "n": 1}).json()["n_experts"]
    assert heading(ask(client, county="14")) == f"{n} experter"


def test_a_short_text_moves_to_the_address_so_that_the_answer_is_a_link(client: TestClient) -> None:
    sent = {"q": "unga rekryteras till gäng", "municipality": "Borås", "county": "", "page": "1"}
    answer = client.post("/experter", data=sent, follow_redirects=False)
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.headers["location"]).query) == {
        "q": ["unga rekryteras till gäng"],
        "municipality": ["Borås"],
    }


@pytest.mark.parametrize("text", ["unga rekryteras " * 20, "unga rekryteras, ring 070-174 06 71"])
def test_a_long_text_or_one_with_personal_data_is_in_no_address(client: TestClient, text: str) -> None:
    answer = client.post("/experter", data={"q": text, "municipality": "Borås"}, follow_redirects=False)
    assert answer.status_code == 200
    page = read_page(answer.text)
    assert page.by_id("q").text == text
    links = [*page.links(), *(form.attributes["action"] for form in page.all("form"))]
    assert [link for link in links if "rekryteras" in link or "070" in link] == []


def test_a_text_ranks_those_that_match_it_and_says_why(client: TestClient) -> None:
    page = ask(client, q="unga rekryteras till gäng", municipality="Borås")
    assert "passar det ni beskriver" in heading(page)
    whys = [details for details in page.all("details") if details.attributes.get("class") == "why"]
    assert len(whys) == len(page.all("article")) > 0
    assert all("unga rekryteras till gäng" in why.text for why in whys)


def test_pages_joined_are_all_that_are_free(client: TestClient) -> None:
    n = int(heading(ask(client, municipality="Borås")).split()[0])
    n_pages = -(-n // 20)
    cards = [len(ask(client, municipality="Borås", page=page).all("article")) for page in range(1, n_pages + 1)]
    assert sum(cards) == n


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"municipality": "Ankeborg"}, "Kommunen finns inte"),
        ({"from": "i mars"}, "Perioden går inte att läsa"),
        ({"from": "2027-03", "to": "2027-02"}, "Perioden går inte att läsa"),
        ({"method": "nope"}, "Filtret finns inte"),
        ({"q": "?!"}, "Frågan går inte att läsa"),
    ],
)
def test_a_form_that_cannot_be_read_is_told_and_keeps_what_was_typed(
    client: TestClient, fields: dict[str, str], title: str
) -> None:
    answer = client.get("/experter", params=fields)
    assert answer.status_code == 422
    page = read_page(answer.text)
    (alert,) = [box for box in page.all("section") if box.attributes.get("role") == "alert"]
    assert title in alert.text
    assert page.by_id("municipality").attributes["value"] == fields.get("municipality", "")


def test_a_profile_tells_all_but_how_to_reach_a_person(client: TestClient, searcher: Searcher) -> None:
    expert = searcher.snapshot.experts["tranemo-est"]
    page = read_page(client.get("/expert/tranemo-est").text)
    text = page.all("main")[0].text
    assert expert.way_in in list(page.links())
    assert "Hjälper inte: Tranemo" in text
    assert "Västra Götalands län" in text
    assert expert.legal_basis in text
    assert "Publicerad sedan 22 november 2026" in text
    assert "Fråga om tid" in text
    assert page.all("table") == []


def test_a_profile_tells_how_the_function_is_reached_and_what_is_not_published(
    tmp_path: Path, publish_library: Publish
) -> None:
    terms = Terms(cost="Kostar inget", response_time="Svar inom en vecka")
    contact = {"mailbox": "funktion@example.se", "phone": "08-123 456 78", "checked": date(2026, 11, 20)}
    client = serve(tmp_path, publish_library, terms=terms, **contact)
    text = read_page(client.get("/expert/rad").text).all("main")[0].text
    for told in ("funktion@example.se", "08-123 456 78", "20 november 2026", "Kostar inget", "Svar inom en vecka"):
        assert told in text
    assert "Inte publicerat av organisationenresor, ersättare" in text
    assert "funktion@example.se" not in client.get("/experter").text


def test_a_method_that_is_only_known_of_stands_under_a_heading_of_its_own(
    tmp_path: Path, publish_library: Publish
) -> None:
    client = serve(tmp_path, publish_library, methods=(MethodExperience("metod", "känner till"),))
    text = read_page(client.get("/expert/rad").text).all("main")[0].text
    assert "Känner tillmetod" in text
    assert "Kan metoderna" not in text
    assert client.get("/v1/experts?method=metod").status_code == 422


def test_what_the_organisation_has_said_stands_with_the_day_when_it_did(
    tmp_path: Path, publish_library: Publish
) -> None:
    text = read_page(serve(tmp_path, publish_library).get("/expert/rad").text).all("main")[0].text
    assert "Enligt organisationen 22 november 2026." in text
    assert "10 timmar i månaden, 1 ärenden samtidigt" in text


def test_a_profile_without_a_basis_has_no_page(tmp_path: Path, publish_library: Publish) -> None:
    client = serve(tmp_path, publish_library, publication_review_by=date(2026, 11, 21))
    assert client.get("/expert/rad").status_code == 404
    assert heading(ask(client)) == "0 experter"


def test_a_calendar_begins_with_the_month_that_is_asked_for(client: TestClient, demo_client: TestClient) -> None:
    page = read_page(demo_client.get("/expert/demo-alvdala-samordnare?from=2027-02").text)
    months = [cell.text for cell in page.all("th") if cell.attributes.get("scope") == "row"]
    assert (months[0], months[-1]) == ("februari 2027", "januari 2028")
    assert client.get("/expert/tranemo-est?from=i+mars").status_code == 422


def test_an_own_method_is_said_to_be_no_neutral_choice(client: TestClient) -> None:
    text = read_page(client.get("/expert/stad-alkohol-och-drogscener").text).all("main")[0].text
    assert text.count("egen metod, alltså inte neutral") == 2


def test_choices_that_leave_nobody_are_told_with_ways_back_that_hold(client: TestClient) -> None:
    page = ask(client, problem_area="nyrekrytering", language="en", method="sspf", municipality="Borås", **MARCH)
    (notice,) = page.of_class("filtered-out")
    assert notice.text.strip().startswith("Era val lämnar ingen kvar av ")
    assert heading(page).startswith("0 experter")
    for link in page.of_class("way-back"):
        n_free = heading(read_page(client.get(link.attributes["href"]).text)).split()[0]
        assert re.search(rf": {n_free} expert", link.text)


def test_a_page_past_the_last_one_is_the_last_one(client: TestClient) -> None:
    assert listed(ask(client, page="70")) == listed(ask(client, page="6"))
    assert listed(ask(client, page="70"))


def test_the_months_are_one_choice(tmp_path: Path, publish_library: Publish) -> None:
    page = ask(serve(tmp_path, publish_library, unavailable=AWAY), **MARCH)
    assert [(link.text, link.attributes["href"]) for link in page.of_class("way-back")] == [
        ("Utan Period (mars 2027): 1 expert", "/experter")
    ]


def test_where_nobody_fits_the_county_and_the_country_have_somebody_to_turn_to(client: TestClient) -> None:
    asked = {"municipality": "Lund", "problem_area": "skolattack-oro", "language": "en", "format": "på plats"}
    page = read_page(client.get("/experter", params={**asked, "method": "est"}).text)
    (told,) = page.of_class("turn-to")
    assert "I Skåne län" in told.text
    assert "Länsstyrelsen i Skåne län" in told.text
    assert "Brottsförebyggande rådet (Brå)" in told.text
