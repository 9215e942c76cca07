"""The first page: a question leads to the search, a description is sent on, and neither stands where it should not."""

import pytest
from fastapi.testclient import TestClient

from tests.api.pages.read_page import read_page

LONG = "Ungdomar stör på torget. " * 9
NOTE = ("anteckning.txt", b"Ungdomar kor epa", "text/plain")


def _ask(client: TestClient, text: str, file: tuple[str, bytes, str] = ("", b"", "")) -> tuple[int, str]:
    answer = client.post("/fraga", data={"text": text}, files={"file": file}, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", "")


def test_a_short_question_leads_to_the_search(client: TestClient) -> None:
    assert _ask(client, " epa på torget\r\n") == (303, "/sok?q=epa+p%C3%A5+torget")


@pytest.mark.parametrize(
    ("text", "file"),
    [(LONG, ("", b"", "")), ("ring eleven Kevin på 070-174 06 71", ("", b"", "")), ("", NOTE), ("epa", NOTE)],
    ids=["a long text", "personal data", "a file", "a file and a question"],
)
def test_anything_else_is_sent_on_with_its_body(client: TestClient, text: str, file: tuple[str, bytes, str]) -> None:
    assert _ask(client, text, file) == (307, "/matcha")


def test_what_is_sent_on_is_matched(client: TestClient) -> None:
    fraud = "Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken. " * 3
    answer = client.post("/fraga", data={"text": fraud}, files={"file": ("", b"", "")})
    assert (answer.status_code, answer.url.path) == (200, "/matcha")
    assert "/vagledning/bedragerier-mot-aldre" in list(read_page(answer.text).links())


def test_a_large_form_is_sent_on_unread(client: TestClient) -> None:
    assert _ask(client, "", ("stor.pdf", b"%PDF" + bytes(1_500_000), "application/pdf")) == (307, "/matcha")


def test_an_empty_box_is_told_beside_it(client: TestClient) -> None:
    answer = client.post("/fraga", data={"text": " "}, files={"file": ("", b"", "")})
    page = read_page(answer.text)
    assert answer.status_code == 422
    assert page.by_id("ask-error").text == "Skriv en fråga eller välj en fil"
    assert "ask-error" in page.by_id("text").attributes["aria-describedby"]


def test_the_box_is_sent_so_that_its_text_is_in_no_address(client: TestClient) -> None:
    (form,) = read_page(client.get("/").text).all("form")
    wanted = {"action": "/fraga", "method": "post", "enctype": "multipart/form-data"}
    assert wanted.items() <= form.attributes.items()


def test_every_problem_area_is_a_way_in(client: TestClient) -> None:
    areas = client.get("/v1/problem-areas").json()["problem_areas"]
    ways = [link for link in read_page(client.get("/").text).links() if link.startswith("/problemomrade/")]
    assert sorted(ways) == sorted(f"/problemomrade/{area['slug']}" for area in areas)
