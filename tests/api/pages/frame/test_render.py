"""Errors that a person meets are pages; a program gets the one shape."""

import pytest
from fastapi.testclient import TestClient

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize(("path", "status"), [("/finns-inte", 404), (f"/sok?q={'a' * 2001}", 422)])
def test_an_error_in_a_browser_is_a_page_with_the_search_on_it(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path, headers=BROWSER)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert 'role="alert"' in answer.text
    assert 'role="search"' in answer.text


def test_the_same_error_for_a_program_is_json(client: TestClient) -> None:
    assert client.get("/finns-inte").headers["content-type"] == "application/problem+json"


def test_an_error_of_the_api_is_json_in_a_browser_too(client: TestClient) -> None:
    answer = client.get("/v1/guidance/finns-inte", headers=BROWSER)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_swedish_content_on_an_english_page_says_its_language(client: TestClient) -> None:
    page = client.get("/vagledning/sspf", headers={**BROWSER, "accept-language": "en"}).text
    assert '<html lang="en"' in page
    assert '<div class="prose" lang="sv">' in page
