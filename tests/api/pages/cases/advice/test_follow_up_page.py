"""A follow-up is answered by a link without signing in, or in the case; opening the link answers nothing."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api.store.cases.follow_ups import list_follow_ups
from api.store.database import Database
from tests.api.advised_case import AdvisedCase
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.fakes.moments import SetMoments

TYPED = {"used": "partly", "helped": "4", "quality": "5", "text": "Eleven Kevin är med."}


@pytest.fixture
def link(case: AdvisedCase) -> str:
    return f"/uppfoljning/{case.token}"


def _is_answered(stored: Database, case: AdvisedCase) -> bool:
    with stored.reading() as session:
        return list_follow_ups(session, case.id)[0].answered is not None


def test_a_link_is_answered_by_who_has_it(
    service: TestClient, link: str, stored: Database, case: AdvisedCase, asker: TestClient, here: str
) -> None:
    page = service.get(link)
    assert page.headers["cache-control"] == "no-store"
    assert not _is_answered(stored, case)
    assert not any(words in page.text for words in ("rekryteras", "SSPF"))
    assert send(service, link, link, TYPED).headers["location"] == link
    assert _is_answered(stored, case)
    thanks = service.get(link).text
    assert "Tack, svaret är sparat." in thanks
    assert "<form" not in thanks.split("<main")[1].split("</main>")[0]
    assert "Eleven" not in thanks
    assert "Använde ni råden? Delvis. Hjälpte det? 4." in asker.get(here).text


def test_what_lacks_is_told_and_what_was_typed_stays(service: TestClient, link: str) -> None:
    answer = send(service, link, link, {**TYPED, "used": "", "quality": "9"})
    page = read_page(answer.text)
    assert answer.status_code == 422
    assert [page.by_id(f"{name}-fault").text for name in ("used", "quality")] == ["Välj ett svar"] * 2
    assert page.by_id("text").text == TYPED["text"]


def test_the_first_answer_stands(service: TestClient, link: str) -> None:
    form = {"csrf": read_page(service.get(link).text).all("input")[0].attributes["value"]}
    posts = [service.post(link, data={**form, **TYPED, "helped": points}) for points in ("4", "4", "1")]
    assert [post.status_code for post in posts] == [200, 200, 409]
    assert "Någon i kommunen har redan svarat" in posts[2].text


def test_a_link_that_is_too_old_or_was_never_sent_is_told(service: TestClient, link: str, moments: SetMoments) -> None:
    assert service.get("/uppfoljning/x").status_code == 404
    moments.move(timedelta(days=60))
    answer = service.get(link)
    assert answer.status_code == 404
    assert "Logga in och svara i ärendet" in answer.text


def test_who_asked_answers_in_the_case(asker: TestClient, here: str, case: AdvisedCase) -> None:
    action = f"/arenden/{case.id}/uppfoljning"
    answer = send(asker, here, action, {**TYPED, "helped": ""})
    assert answer.status_code == 422
    assert read_page(answer.text).by_id("text").text == TYPED["text"]
    assert send(asker, here, action, TYPED).headers["location"] == f"{here}#uppfoljning"
    shown = asker.get(here).text
    assert "Eleven [namn] är med." in shown
    assert action not in shown


def test_an_advisor_reads_what_was_written_and_no_points(
    service: TestClient, advisor: TestClient, link: str, here: str
) -> None:
    send(service, link, link, TYPED)
    shown = advisor.get(here).text
    assert "Eleven [namn] är med." in shown
    assert "Hjälpte det?" not in shown
