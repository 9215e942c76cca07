"""The language link keeps the page, is remembered by a cookie, and leads nowhere else."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.api.pages.read_page import read_page


@pytest.fixture
def browser(client: TestClient) -> TestClient:
    """A browser of its own, whose cookies no other test meets."""
    assert isinstance(client.app, FastAPI)
    return TestClient(client.app)


def _language(browser: TestClient, path: str) -> str:
    return read_page(browser.get(path).text).all("html")[0].attributes["lang"]


def test_the_link_leads_back_to_the_page_in_the_other_language(browser: TestClient) -> None:
    page = read_page(browser.get("/sok?q=epa%20p%C3%A5%20torget&rating=god").text)
    (link,) = [link for link in page.all("a") if link.attributes.get("hreflang") == "en"]
    english = browser.get(link.attributes["href"])
    assert (english.url.path, dict(english.url.params)) == ("/sok", {"q": "epa på torget", "rating": "god"})
    assert read_page(english.text).all("html")[0].attributes["lang"] == "en"


def test_what_was_chosen_is_remembered_over_what_the_browser_prefers(browser: TestClient) -> None:
    browser.get("/?lang=sv")
    assert browser.get("/", headers={"accept-language": "en"}).text.startswith('<!doctype html>\n<html lang="sv"')
    assert {cookie.name for cookie in browser.cookies.jar} == {"sprak"}


def test_a_language_that_is_not_spoken_changes_nothing(browser: TestClient) -> None:
    assert _language(browser, "/?lang=de") == "sv"
    assert dict(browser.cookies) == {}


def test_the_switch_leads_to_no_other_site(browser: TestClient) -> None:
    answer = browser.get("http://testserver//elsewhere.example/?lang=en", follow_redirects=False)
    assert answer.headers["location"] == "/elsewhere.example/"


def test_the_api_takes_no_language_from_its_address(browser: TestClient) -> None:
    assert browser.get("/v1/experts?lang=en").status_code == 422


def test_a_page_that_was_posted_is_posted_again_in_the_other_language(browser: TestClient) -> None:
    answer = browser.post("/matcha?lang=en", data={"text": "Butiker får besök av snattare.", "edit": "text"})
    page = read_page(answer.text)
    assert (answer.url.path, answer.url.query) == ("/matcha", b"")
    assert page.all("html")[0].attributes["lang"] == "en"
    assert "snattare" in page.by_id("text").text


def test_the_button_of_the_other_language_sends_the_form_of_the_page(browser: TestClient) -> None:
    page = read_page(browser.get("/matcha").text)
    (switch,) = [button for button in page.all("button") if button.attributes.get("lang") == "en"]
    assert page.by_id(switch.attributes["form"]).tag == "form"
    assert switch.attributes["formaction"] == "/matcha?lang=en"
