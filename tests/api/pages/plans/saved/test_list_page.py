"""Saved plans are listed for those whose they are, opened from a file, and erased with a proof."""

import json
from datetime import timedelta

from fastapi.testclient import TestClient

from api.store.database import Database
from api.store.plans.erase import DRAFTS_KEPT
from api.store.plans.list_plans import PAGE
from kb.plans.working.saved_work import write_working_plan
from tests.api.pages.fill_form import fill_form
from tests.api.pages.plans.saved.conftest import SignIn
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.api.store.plans.saved import save, save_new
from tests.fakes.moments import NOON
from tests.kb.plans.working.small_work import work_with

LIST, OPEN = "/planer", "/planer/oppna"


def test_the_plans_of_ones_municipality_are_listed_and_searched(
    anna: TestClient, here: str, plan_id: str, stored: Database
) -> None:
    save(stored, plan_id, 0, {"title": "Trygga torget"})
    assert here in anna.get(LIST).text
    assert here in anna.get(LIST, params={"sok": "torget"}).text
    assert here not in anna.get(LIST, params={"sok": "skolan"}).text


def test_the_next_page_of_a_search_is_of_the_same_search(anna: TestClient, stored: Database) -> None:
    for _ in range(PAGE + 1):
        save_new(stored)
    assert "/planer?sok=torget&sida=2" in read_page(anna.get(LIST, params={"sok": "torget"}).text).links()


def test_every_page_of_those_who_have_plans_leads_to_them(anna: TestClient, browse: SignIn, here: str) -> None:
    shown = read_page(anna.get(here).text).all("nav")
    assert [nav.text.count("Våra planer") for nav in shown[:2]] == [1, 1]  # the header, and the way here
    for browser in (browse(), browse("e@example.se", "editor", "all", "")):
        assert "Våra planer" not in browser.get("/widget").text


def test_nobody_else_sees_them(browse: SignIn, here: str) -> None:
    assert here not in browse("bo@annan.example.se", code="0180").get(LIST).text
    assert browse().get(LIST, follow_redirects=False).headers["location"].startswith("/logga-in")
    assert browse("e@example.se", "editor", "all", "").get(LIST).status_code == 403


def test_a_plan_from_a_file_is_a_new_plan_and_one_however_often_it_is_sent(anna: TestClient) -> None:
    form = dict(fill_form(anna.get(LIST).text, OPEN))
    file = {"file": ("plan.json", write_working_plan(work_with({"title": "Från fil"})), "application/json")}
    answers = [anna.post(OPEN, data=form, files=file, follow_redirects=False) for _ in range(2)]
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert "Från fil" in anna.get(answers[0].headers["location"]).text


def test_a_plan_that_is_taken_home_is_opened_with_all_that_is_written(anna: TestClient, here: str) -> None:
    send(anna, here, here, {"title": "Hem"})
    raw = anna.get(f"{here}/plan.json").content
    assert json.loads(raw)["written"] == {"title": "Hem"}
    form = dict(fill_form(anna.get(LIST).text, OPEN))
    answer = anna.post(OPEN, data=form, files={"file": ("plan.json", raw)}, follow_redirects=False)
    assert answer.headers["location"] != here
    assert "Hem" in anna.get(answer.headers["location"]).text


def test_what_is_no_plan_is_told_at_the_field(anna: TestClient) -> None:
    form = dict(fill_form(anna.get(LIST).text, OPEN))
    answer = anna.post(OPEN, data=form, files={"file": ("plan.json", b"{}")})
    assert answer.status_code == 422
    assert "Planen går inte att läsa" in answer.text


def test_a_draft_that_is_soon_erased_says_so(anna: TestClient, here: str, stored: Database) -> None:
    assert "Raderas snart" not in anna.get(LIST).text
    save_new(stored, NOON - DRAFTS_KEPT + timedelta(days=59))
    assert "Raderas snart" in anna.get(LIST).text


def test_an_erased_plan_is_gone_and_its_proof_is_listed(anna: TestClient, here: str, plan_id: str) -> None:
    assert send(anna, f"{here}/radera", f"{here}/radera").status_code == 303
    assert anna.get(here).status_code == 404
    text = anna.get(LIST).text
    assert plan_id[:8] in text
    assert "på begäran" in text
