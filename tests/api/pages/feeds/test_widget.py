"""The webmaster's pages: what to paste, and whether one's own page lets it through."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from api.widget.attributes import ATTRIBUTES, EVENTS, VARIABLES
from api.widget.bundle import build_bundle
from tests.api.pages.read_page import Page, read_page

STRICT = "default-src 'none'; script-src 'self'"


def _check(client: TestClient, policy: str, page: str = "", status: int = 200, language: str = "sv") -> Page:
    form = {"policy": policy, "page": page}
    answer = client.post("/widget/kontroll", data=form, headers={"accept-language": language})
    assert answer.status_code == status
    return read_page(answer.text)


def _codes(page: Page) -> list[str]:
    return [element.text for element in page.all("code")]


def test_the_two_lines_lead_to_this_service_and_todays_version(client: TestClient) -> None:
    page = read_page(client.get("/widget").text)
    script, element = _codes(page)[0].split("\n")
    assert f'src="http://testserver/widget/{build_bundle().script.name}"' in script
    assert f'integrity="{build_bundle().script.integrity}"' in script
    assert element.startswith('<kb-search endpoint="http://testserver"><form action="http://testserver/sok">')


def test_the_widget_on_the_page_is_the_very_file_of_the_lines(client: TestClient) -> None:
    (script,) = [
        element for element in read_page(client.get("/widget").text).all("script") if "kb-search" in str(element)
    ]
    assert client.get(script.attributes["src"]).content == build_bundle().script.content
    assert script.attributes["integrity"] == build_bundle().script.integrity


def test_every_attribute_variable_and_event_is_on_the_page(client: TestClient) -> None:
    codes = _codes(read_page(client.get("/widget").text))
    assert set(ATTRIBUTES) | set(VARIABLES) <= set(codes)
    text = client.get("/widget").text
    assert all(event in text for event in EVENTS)


@pytest.mark.parametrize("path", ["/widget", "/widget/kontroll"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages_are_whole_in_both_languages_and_have_nothing_inline(
    client: TestClient, path: str, language: str
) -> None:
    text = client.get(path, headers={"accept-language": language}).text
    page = read_page(text)
    assert page.all("html")[0].attributes["lang"] == language
    assert [element for element in page.elements if "style" in element.attributes] == []
    assert [element for element in page.all("script") if "src" not in element.attributes] == []
    assert re.findall(r"\{\w+\}", unescape(text)) == []


def test_a_policy_that_stops_the_widget_gets_the_lines_that_mend_it(client: TestClient) -> None:
    page = _check(client, STRICT)
    assert "Policyn stoppar sökrutan" in page.all("main")[0].text
    codes = _codes(page)
    assert "script-src 'self' http://testserver/widget/" in codes
    assert "connect-src http://testserver/v1/search" in codes
    mended = "default-src 'none'; script-src 'self' http://testserver/widget/; connect-src http://testserver/v1/search"
    assert mended in codes
    assert "Sökrutan släpps igenom" in _check(client, mended).all("main")[0].text


def test_on_the_service_itself_self_is_enough(client: TestClient) -> None:
    assert "Sökrutan släpps igenom" in _check(client, "default-src 'self'", "http://testserver/").all("main")[0].text


def test_what_was_pasted_stands_there_again_as_text(client: TestClient) -> None:
    pasted = "default-src 'self'; script-src </textarea><script>alert(1)</script>"
    page = _check(client, pasted)
    assert page.by_id("policy").text == pasted
    assert [element for element in page.all("script") if "src" not in element.attributes] == []


def test_a_slip_of_the_pen_is_told_with_what_was_meant(client: TestClient) -> None:
    page = _check(client, "default-src self", language="en")
    assert "“self” is to be written “'self'”" in page.all("main")[0].text


def test_html_without_a_policy_is_let_through_with_a_reminder_of_the_header(client: TestClient) -> None:
    assert "kontrollera svarshuvudena" in _check(client, "<html><head></head></html>").all("main")[0].text


@pytest.mark.parametrize("policy", ["", "hej"])
def test_a_text_without_a_policy_is_told_so(client: TestClient, policy: str) -> None:
    page = _check(client, policy, status=422)
    (alert,) = [element for element in page.elements if element.attributes.get("role") == "alert"]
    assert "Det finns ingen säkerhetspolicy i texten" in alert.text
