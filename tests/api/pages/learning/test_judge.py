"""An answer judged by a visitor: what is sent is kept masked, nothing else is, and the way leads back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.learning.take_feedback import MAX_ASKED_CHARS, MAX_REASON_CHARS
from api.store.learning.feedback import FRESH, Wanted, list_feedback
from api.store.learning.limit import MOST_PER_NETWORK
from api.store.learning.tables import Feedback
from tests.api.conftest import make_app
from tests.api.pages.read_page import read_page
from tests.fakes.moments import SetMoments
from tests.store import database_in

FRAUD = "Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken."
THEFT = "Butikerna i centrum drabbas av stölder varje dag."
HIT = {"about": "hit", "slug": "sspf", "verdict": "right", "asked": "unga i riskzonen", "till": "/sok?q=unga&page=2"}


@pytest.fixture
def moments() -> SetMoments:
    return SetMoments()


@pytest.fixture
def service(snapshots: Path, tmp_path: Path, moments: SetMoments) -> Iterator[TestClient]:
    with TestClient(
        make_app(snapshots, now=moments, state=tmp_path / "state"), headers={"accept": "text/html"}
    ) as client:
        yield client


def _kept(service: TestClient) -> list[Feedback]:
    with database_in(service).reading() as session:
        return list(list_feedback(session, Wanted()).rows)


def _form_of(page: str, form: str) -> dict[str, str]:
    """The fields of the form with that id."""
    (whole,) = re.findall(rf'<form id="{form}".*?</form>', page, re.S)
    return {field.attributes["name"]: field.attributes["value"] for field in read_page(whole).all("input")}


def test_each_hit_of_a_search_is_judged_with_the_question_and_the_way_back(service: TestClient) -> None:
    page = service.get("/sok", params={"q": "snatteri"}).text
    hits = re.findall(r'data-judge="(omdome-[\w-]+)"', page)
    assert len(hits) == 10
    fields = _form_of(page, hits[0])
    assert fields == {"about": "hit", "slug": hits[0][7:], "asked": "snatteri", "till": "/sok?q=snatteri"}
    thanks = service.post("/omdome", data={**fields, "verdict": "wrong"})
    assert thanks.status_code == 200
    assert "/sok?q=snatteri" in read_page(thanks.text).links()
    (row,) = _kept(service)
    assert (row.about, row.slug, row.is_right, row.asked, row.state) == ("hit", hits[0][7:], False, "snatteri", "new")


def test_a_problem_found_is_judged_with_its_own_text_alone(service: TestClient) -> None:
    page = service.post("/matcha", data={"text": f"{FRAUD}\n\n{THEFT}", "municipality": "Borås"}).text
    fields, other = (_form_of(page, f"omdome-{number}") for number in (1, 2))
    assert {fields["about"], other["about"]} == {"problem"}
    assert {fields["asked"], other["asked"]} == {FRAUD, THEFT}
    service.post("/omdome", data={**fields, "verdict": "right"})
    (row,) = _kept(service)
    assert (row.about, row.slug, row.asked) == ("problem", fields["slug"], fields["asked"])


def test_nothing_tells_who_judged_and_no_cookie_is_set(service: TestClient) -> None:
    service.get("/sok", params={"q": "snatteri"})
    service.post("/omdome", data=HIT)
    assert dict(service.cookies) == {}
    (row,) = _kept(service)
    assert (row.reviewed, row.reviewed_by) == (None, None)


def test_why_is_told_afterwards_once_and_masked(service: TestClient) -> None:
    thanks = service.post("/omdome", data=HIT)
    (row,) = _kept(service)
    assert thanks.headers["cache-control"] == "no-store"
    assert "unga i riskzonen" not in thanks.text
    why = service.post(
        f"/omdome/{row.id}/skal", data={"reason": "Ring eleven Kevin på 070-174 06 71", "till": HIT["till"]}
    )
    assert HIT["till"].replace("&", "&amp;") in why.text
    assert 'name="reason"' not in why.text
    (row,) = _kept(service)
    assert row.reason == "Ring eleven [namn] på [telefon]"


def test_what_is_asked_is_masked(service: TestClient) -> None:
    service.post("/omdome", data={**HIT, "asked": "eleven Kevin på 070-174 06 71"})
    assert [row.asked for row in _kept(service)] == ["eleven [namn] på [telefon]"]


def test_after_an_hour_nothing_is_added(service: TestClient, moments: SetMoments) -> None:
    service.post("/omdome", data=HIT)
    (row,) = _kept(service)
    moments.move(2 * FRESH)
    assert service.get(f"/omdome/{row.id}").status_code == 404
    assert service.post(f"/omdome/{row.id}/skal", data={"reason": "x"}).status_code == 404


@pytest.mark.parametrize(
    "changed",
    [
        {"slug": "nope"},
        {"about": "problem"},
        {"about": "expert"},
        {"verdict": "maybe"},
        {"asked": " "},
        {"asked": "x" * (MAX_ASKED_CHARS + 1)},
        {"reason": "x" * (MAX_REASON_CHARS + 1)},
    ],
)
def test_what_says_nothing_or_is_of_no_document_is_refused(service: TestClient, changed: dict[str, str]) -> None:
    answer = service.post("/omdome", data={**HIT, **changed})
    assert (answer.status_code, _kept(service)) == (422, [])


def test_a_long_why_is_refused(service: TestClient) -> None:
    service.post("/omdome", data=HIT)
    (row,) = _kept(service)
    assert service.post(f"/omdome/{row.id}/skal", data={"reason": "x" * (MAX_REASON_CHARS + 1)}).status_code == 422


def test_another_sites_page_cannot_have_a_reader_judge(service: TestClient) -> None:
    answer = service.post("/omdome", data=HIT, headers={"sec-fetch-site": "cross-site"})
    assert (answer.status_code, _kept(service)) == (403, [])


def test_too_much_from_one_network_is_told_with_when_to_come_back(service: TestClient) -> None:
    for _ in range(MOST_PER_NETWORK):
        assert service.post("/omdome", data=HIT, follow_redirects=False).status_code == 303
    answer = service.post("/omdome", data=HIT)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")
    with database_in(service).reading() as session:
        assert list_feedback(session, Wanted()).n == MOST_PER_NETWORK


@pytest.mark.parametrize("till", ["https://elsewhere.example/sok?q=x", "//elsewhere.example", "/konto", "javascript:x"])
def test_the_way_back_leads_to_a_search_here_and_nowhere_else(service: TestClient, till: str) -> None:
    thanks = service.post("/omdome", data={**HIT, "till": till})
    assert till not in thanks.text
    assert "/sok" in read_page(thanks.text).links()


def test_an_id_that_there_is_not_is_told(service: TestClient) -> None:
    assert service.get("/omdome/nope").status_code == 404


def test_the_privacy_page_tells_what_is_kept_in_both_languages(service: TestClient) -> None:
    for language, heading in (("sv", "Omdömen"), ("en", "Judgements")):
        page = read_page(service.get("/integritet", headers={"accept-language": language}).text)
        assert heading in [found.text for found in page.all("h2")]
