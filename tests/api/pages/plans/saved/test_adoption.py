"""A plan is adopted with what lacks told, followed up, and taken up again."""

from datetime import timedelta

from fastapi.testclient import TestClient

from api.store.database import Database
from tests.api.pages.fill_form import fill_form
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.api.store.plans.saved import read, save
from tests.fakes.moments import SetMoments
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, PROBLEM

DECISION = {"day": "2026-11-20", "body": "Kommunstyrelsen", "paragraph": "§ 112"}
CHOSEN = {f"{MEASURE}/decision": "chosen", f"{INDICATOR}/decision": "chosen"}


def adopt(anna: TestClient, here: str) -> None:
    assert send(anna, f"{here}/anta", f"{here}/anta", DECISION).status_code == 303


def test_what_lacks_is_told_with_a_way_to_the_field(anna: TestClient, here: str) -> None:
    text = anna.get(f"{here}/anta").text
    assert "ingen åtgärd är vald" in text
    assert f"{here}#problems-1-measures" in text
    assert "(4 §)" in text


def test_every_way_to_a_field_leads_to_one(anna: TestClient, here: str) -> None:
    page = read_page(anna.get(f"{here}/anta").text)
    ids = {href.partition("#")[2] for href in page.links() if href.startswith(f"{here}#")}
    editor = read_page(anna.get(here).text)
    assert [name for name in ids if editor.by_id(name) is None] == []


def test_an_adopted_plan_tells_its_decision(anna: TestClient, here: str) -> None:
    adopt(anna, here)
    text = anna.get(here).text
    assert "Planen är antagen 20 november 2026 av Kommunstyrelsen, § 112." in text
    assert "Revidera planen" in text


def test_a_decision_is_saved_after_an_hour_at_its_page(anna: TestClient, here: str, moments: SetMoments) -> None:
    form = dict(fill_form(anna.get(f"{here}/anta").text, f"{here}/anta"))
    moments.move(timedelta(hours=2))  # when the browser was seen is written as well, which must not wait for itself
    assert anna.post(f"{here}/anta", data={**form, **DECISION}, follow_redirects=False).status_code == 303


def test_a_decision_of_a_day_to_come_is_refused(anna: TestClient, here: str) -> None:
    answer = send(anna, f"{here}/anta", f"{here}/anta", {**DECISION, "day": "2026-12-24"})
    assert answer.status_code == 422
    assert "Beslutet går inte att spara" in answer.text


def test_a_decision_on_a_plan_that_somebody_has_written_since_is_refused(
    anna: TestClient, here: str, plan_id: str, stored: Database
) -> None:
    token = read_page(anna.get(f"{here}/anta").text)
    fields = {f.attributes["name"]: f.attributes.get("value", "") for f in token.all("input")}
    save(stored, plan_id, 0, {"title": "Ny"})
    assert anna.post(f"{here}/anta", data={**fields, **DECISION}).status_code == 412


def test_values_over_time_are_a_chart_and_a_table(anna: TestClient, here: str, plan_id: str, stored: Database) -> None:
    written = {**CHOSEN, f"{PROBLEM}/baseline": "40", f"{PROBLEM}/target": "20", f"{PROBLEM}/goal_number": "Rån"}
    save(stored, plan_id, 0, written)
    adopt(anna, here)
    page = f"{here}/uppfoljning"
    for day, value in (("2027-03-31", "35"), ("2027-09-30", "28,5")):
        typed = {"day": day, f"{PROBLEM}/value": value, f"{MEASURE}/status": "begun"}
        assert send(anna, page, page, typed).status_code == 303
    text = anna.get(page).text
    assert "närmare än i början" in text
    assert "course-line" in text
    assert "28,5" in text
    assert "1 påbörjade" in text
    assert read(stored, plan_id).plan.written[f"{PROBLEM}/value-2027-09-30"] == "28.5"


def test_the_follow_up_shows_status_and_note_and_sending_it_keeps_them(
    anna: TestClient, here: str, plan_id: str, stored: Database
) -> None:
    written = {**CHOSEN, f"{MEASURE}/status": "begun", f"{MEASURE}/note": "Tolv föräldrar går"}
    save(stored, plan_id, 0, written)
    page = f"{here}/uppfoljning"
    assert send(anna, page, page, {"day": "2027-03-31", f"{PROBLEM}/value": "35"}).status_code == 303
    assert read(stored, plan_id).plan.written == {**written, f"{PROBLEM}/value-2027-03-31": "35"}


def test_a_value_that_is_no_number_is_told_at_its_field_and_nothing_is_lost(anna: TestClient, here: str) -> None:
    page = f"{here}/uppfoljning"
    answer = send(anna, page, page, {"day": "2027-03-31", f"{PROBLEM}/value": "många"})
    assert answer.status_code == 422
    field = read_page(answer.text).by_id("problems-1-value")
    assert field.attributes["value"] == "många"
    assert send(anna, page, page, {"day": "igår", f"{PROBLEM}/value": "7"}).status_code == 422


def test_a_plan_is_taken_up_again_and_the_adopted_version_stays(anna: TestClient, here: str) -> None:
    adopt(anna, here)
    assert send(anna, here, f"{here}/revidera").status_code == 303
    assert send(anna, here, here, {"title": "Reviderad"}).status_code == 303
    assert "Reviderad" not in read_page(anna.get(f"{here}/versioner/0").text).all("form")[0].text


def test_an_earlier_version_is_taken_back(anna: TestClient, here: str, plan_id: str, stored: Database) -> None:
    for base, title in enumerate(("Ett", "Två")):
        save(stored, plan_id, base, {"title": title})
    assert send(anna, f"{here}/versioner", f"{here}/versioner", {"version": "1"}).status_code == 303
    assert read(stored, plan_id).plan.written == {"title": "Ett"}
