"""The editor: what is typed is saved, two people at once lose nothing, and what cannot be saved is told."""

from fastapi.testclient import TestClient

from api.store.database import Database
from api.store.plans.adopt import adopt_plan
from tests.api.pages.plans.saved.conftest import SignIn
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.api.store.plans.saved import ANNA, read
from tests.fakes.moments import NOON
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, PROBLEM

JSON = {"accept": "application/json"}


def test_a_plan_is_shown_with_its_proposals_and_nothing_chosen(anna: TestClient, here: str) -> None:
    answer = anna.get(here)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    page = read_page(answer.text)
    assert "Förslag" in page.by_id("problems-1-measures-nattvandring").text
    assert 'value="chosen" selected' not in answer.text


def test_what_is_typed_is_saved_and_stands_in_the_form_again(
    anna: TestClient, here: str, plan_id: str, stored: Database
) -> None:
    typed = {f"{MEASURE}/decision": "chosen", f"{MEASURE}/responsible": "Fritidschefen", f"{MEASURE}/cost": "25 000 kr"}
    answer = send(anna, here, here, typed)
    assert answer.status_code == 303
    assert read(stored, plan_id).plan.written == {
        f"{MEASURE}/decision": "chosen",
        f"{MEASURE}/responsible": "Fritidschefen",
        f"{MEASURE}/cost": "25000",
    }
    page = anna.get(answer.headers["location"]).text
    assert "Sparat som version 1." in page
    assert "25\u00a0000" in read_page(page).all("output")[0].text


def test_what_guidance_says_of_a_measure_is_taken_over_with_one_press_and_what_was_typed_is_saved(
    anna: TestClient, here: str, plan_id: str, stored: Database
) -> None:
    answer = send(anna, here, here, {"take": MEASURE, "title": "Vår plan"})
    assert answer.headers["location"].endswith("#problems-1-measures-nattvandring")
    assert read(stored, plan_id).plan.written == {"title": "Vår plan", f"{MEASURE}/decision": "chosen"}


def test_a_place_that_is_none_is_taken_over_by_nothing(
    anna: TestClient, here: str, plan_id: str, stored: Database
) -> None:
    answer = send(anna, here, here, {"take": "x\r\nSet-Cookie: a=b", "title": "Vår plan"})
    assert (answer.status_code, "Set-Cookie" in answer.headers["location"]) == (303, False)
    assert read(stored, plan_id).plan.written == {"title": "Vår plan"}


def test_sending_the_form_as_it_is_writes_nothing(anna: TestClient, here: str, plan_id: str, stored: Database) -> None:
    for _ in range(2):
        assert send(anna, here, here).status_code == 303
    assert read(stored, plan_id).version == 0


def test_an_own_measure_and_an_own_problem_are_made_by_writing_their_title(
    anna: TestClient, here: str, plan_id: str, stored: Database
) -> None:
    page = anna.get(here).text
    (own,) = {name for name in read_names(page) if "/measures/own-" in name and name.endswith("/title")}
    (problem,) = {name for name in read_names(page) if name.startswith("problems/own-")}
    send(anna, here, here, {own: "Belysning", problem: "Buskörning"})
    text = anna.get(here).text
    assert "Belysning" in text
    assert "2. Buskörning" in text
    assert read(stored, plan_id).version == 1


def test_two_who_write_different_fields_both_have_them(
    anna: TestClient, browse: SignIn, here: str, plan_id: str, stored: Database
) -> None:
    bo = browse("bo@alvdala.example.se")
    csrf_bo = find_token(bo.get(here).text)
    send(anna, here, here, {"title": "Annas rubrik"})
    answer = bo.post(here, data={"csrf": csrf_bo, "base": "0", "summary": "Bos text"}, headers=JSON)
    assert answer.status_code == 200
    assert answer.json()["others"] == {"title": "Annas rubrik"}
    assert read(stored, plan_id).plan.written == {"title": "Annas rubrik", "summary": "Bos text"}


def test_a_field_that_both_wrote_is_shown_with_both_texts_and_saving_again_takes_ones_own(
    anna: TestClient, browse: SignIn, here: str, plan_id: str, stored: Database
) -> None:
    bo = browse("bo@alvdala.example.se")
    form = {"csrf": find_token(bo.get(here).text), "base": "0", "title": "Bos rubrik", "summary": "Bos text"}
    send(anna, here, here, {"title": "Annas rubrik"})
    answer = bo.post(here, data=form)
    assert answer.status_code == 409
    page = read_page(answer.text)
    assert page.by_id("title").attributes["value"] == "Bos rubrik"
    assert "Annas rubrik" in page.by_id("title-theirs").text
    assert read(stored, plan_id).plan.written == {"title": "Annas rubrik", "summary": "Bos text"}
    assert bo.post(here, data={**form, "base": "2"}, follow_redirects=False).status_code == 303
    assert read(stored, plan_id).plan.written["title"] == "Bos rubrik"


def test_the_script_is_told_of_a_conflict_with_both_texts(anna: TestClient, here: str) -> None:
    token = find_token(anna.get(here).text)
    anna.post(here, data={"csrf": token, "base": "0", "title": "Ett"}, headers=JSON)
    answer = anna.post(here, data={"csrf": token, "base": "0", "title": "Två"}, headers=JSON)
    assert answer.status_code == 409
    assert answer.json()["conflicts"] == [{"path": "title", "theirs": "Ett", "mine": "Två"}]


def test_what_cannot_be_saved_stays_in_its_field_and_the_rest_is_saved(
    anna: TestClient, here: str, plan_id: str, stored: Database
) -> None:
    answer = send(anna, here, here, {f"{MEASURE}/cost": "mycket", "title": "Vår plan"})
    assert answer.status_code == 422
    page = read_page(answer.text)
    assert page.by_id("problems-1-measures-nattvandring-cost").attributes["value"] == "mycket"
    assert "hela kronor" in page.by_id("problems-1-measures-nattvandring-cost-fault").text
    assert read(stored, plan_id).plan.written == {"title": "Vår plan"}


def test_what_is_typed_is_shown_as_text(anna: TestClient, here: str) -> None:
    attack = "\"'><script>alert(1)</script>{{ t }}"
    send(anna, here, here, {"title": attack, f"{PROBLEM}/cause": attack, f"{MEASURE}/responsible": attack})
    assert "<script>alert" not in anna.get(here).text


def test_an_adopted_plan_has_no_form_that_saves(anna: TestClient, here: str, plan_id: str, stored: Database) -> None:
    token = find_token(anna.get(here).text)
    with stored.session() as session:
        adopt_plan(session, plan_id, 0, (NOON.date(), "Kommunstyrelsen", "§ 1"), ANNA, NOON)
    assert "Planen är antagen" in anna.get(here).text
    assert anna.post(here, data={"csrf": token, "base": "0", "title": "Ny"}, headers=JSON).status_code == 409
    value = {"csrf": token, "base": "0", f"{INDICATOR}/value-2027-01-01": "7"}
    assert anna.post(here, data=value, headers=JSON).status_code == 200


def test_a_form_without_its_token_writes_nothing(anna: TestClient, here: str, plan_id: str, stored: Database) -> None:
    assert anna.post(here, data={"base": "0", "title": "Ny"}).status_code == 403
    assert read(stored, plan_id).version == 0


def test_a_form_of_no_version_is_refused(anna: TestClient, here: str) -> None:
    token = find_token(anna.get(here).text)
    assert anna.post(here, data={"csrf": token, "title": "Ny"}).status_code == 404


def read_names(page: str) -> list[str]:
    """The names of the fields of the page."""
    shown = read_page(page)
    return [field.attributes.get("name", "") for tag in ("input", "textarea") for field in shown.all(tag)]


def find_token(page: str) -> str:
    """The token of the forms of the page."""
    inputs = read_page(page).all("input")
    return next(field.attributes["value"] for field in inputs if field.attributes.get("name") == "csrf")
