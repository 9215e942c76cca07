"""Help is asked for from a form, a saved plan or a match; personal data of others is warned of before it is sent."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.store.cases.find_case import find_case
from api.store.cases.list_cases import list_problems
from api.store.cases.request_json import read_request
from api.store.cases.tables import Case
from api.store.database import Database
from api.store.plans.save import create_plan
from kb.plans.working.working_plan import begin_plan
from tests.api.case_service import make_browser
from tests.api.pages.fill_form import fill_form
from tests.api.pages.read_page import read_page
from tests.fakes.moments import NOON
from tests.kb.plans.small_plan import PLAN
from tests.mail import Mailbox
from tests.store import make_account

ASK = "/arenden/nytt"
TYPED = {
    "title": "Barn som rekryteras",
    "wish": "Någon som har startat SSPF.",
    "take-1": "1",
    "area-1": "nyrekrytering",
    "words-1": "Pojkar på tolv år bär väskor.",
    "hours": "12,5",
    "meeting": "digitalt",
    "not": "annan",
}
NAMED = "Kevin Johansson ringer från 070-174 06 71."


def send(browser: TestClient, page: str = ASK, **typed: str) -> tuple[int, str]:
    """Status and where it leads, or the page that is shown again."""
    form = {**dict(fill_form(browser.get(page).text, "/arenden")), **typed}
    answer = browser.post("/arenden", data=form, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", answer.text)


def read_only_case(database: Database) -> Case:
    with database.reading() as session:
        return session.scalars(select(Case)).one()


def test_what_is_asked_becomes_a_case_and_its_desk_is_told_without_a_word_of_it(
    anna: TestClient, stored: Database, mailbox: Mailbox
) -> None:
    make_account(stored, "rut@lst.example.se", "advisor", scope_kind="county", scope_code="14")
    status, address = send(anna, **TYPED)
    case = read_only_case(stored)
    assert (status, address) == (303, f"/arenden/{case.id}")
    assert (case.municipality_code, case.desk, case.hours, case.form) == ("1490", "14", 12.5, "digitalt")
    request = read_request(case.request)
    assert (request.wish, request.not_experts) == ("Någon som har startat SSPF.", ("annan",))
    with stored.reading() as session:
        assert [problem.words for problem in list_problems(session, case.id)] == ["Pojkar på tolv år bär väskor."]
    (message,) = mailbox.messages
    assert message["To"] == "rut@lst.example.se"
    assert f"https://stod.example.se/arenden/{case.id}" in message.get_content()
    assert not any(word in message.as_string() for word in ("SSPF", "väskor", "rekryteras"))
    assert "Barn som rekryteras" in anna.get("/arenden").text


def test_a_form_that_is_sent_twice_makes_one_case(anna: TestClient, stored: Database, mailbox: Mailbox) -> None:
    form = {**dict(fill_form(anna.get(ASK).text, "/arenden")), **TYPED}
    addresses = {anna.post("/arenden", data=form, follow_redirects=False).headers["location"] for _ in range(2)}
    assert addresses == {f"/arenden/{read_only_case(stored).id}"}


def test_a_plan_is_sent_with_the_problems_that_are_kept_in_it(anna: TestClient, stored: Database) -> None:
    with stored.session() as session:
        plan_id = create_plan(session, begin_plan(PLAN), "1490", "a" * 32, NOON)
    assert f"{ASK}?plan={plan_id}" in anna.get(f"/planer/{plan_id}").text
    page = f"{ASK}?plan={plan_id}"
    form = dict(fill_form(anna.get(page).text, "/arenden"))
    assert PLAN.problems[0].passages[0] in form["words-1"]
    status, _ = send(anna, page, **{"wish": "Hjälp.", "area-1": "klotter"})
    case = read_only_case(stored)
    assert (status, case.plan_id) == (303, plan_id)
    assert f'href="/planer/{plan_id}"' in anna.get(f"/arenden/{case.id}").text


def test_a_plan_of_another_municipality_is_not_found(service: TestClient, anna: TestClient, stored: Database) -> None:
    with stored.session() as session:
        plan_id = create_plan(session, begin_plan(PLAN), "0180", "a" * 32, NOON)
    assert anna.get(f"{ASK}?plan={plan_id}").status_code == 404
    assert send(anna, **TYPED, plan=plan_id)[0] == 404
    assert anna.get("/arenden").text.count("/arenden/") == 1  # the way to ask alone


def test_a_match_is_sent_from_its_page_by_those_who_may_ask(service: TestClient, anna: TestClient) -> None:
    asked = {"text": "Unga utsätts för nyrekrytering i centrum.", "municipality": "Borås", "meeting": "digitalt"}
    assert "/arenden/nytt" not in service.post("/matcha", data=asked).text
    page = anna.post(ASK, data=asked)
    form = dict(fill_form(page.text, "/arenden"))
    assert (page.status_code, form["meeting"]) == (200, "digitalt")
    assert service.post(ASK, data=asked, follow_redirects=False).headers["location"].startswith("/logga-in")


def test_personal_data_is_shown_and_nothing_is_sent_until_it_is_masked_or_gone(
    anna: TestClient, stored: Database
) -> None:
    status, page = send(anna, **{**TYPED, "wish": NAMED})
    assert status == 422
    assert "Det här ser ut som personuppgifter" in page
    assert "Kevin" in page
    assert "070-174 06 71" in page
    assert dict(fill_form(page, "/arenden"))["title"] == TYPED["title"]
    with stored.reading() as session:
        assert session.scalars(select(Case)).all() == []
    status, address = send(anna, **{**TYPED, "wish": NAMED, "mask": "1"})
    assert status == 303
    with stored.reading() as session:
        wish = read_request(find_case(session, address.rpartition("/")[2]).request).wish
    assert wish == "[namn] ringer från [telefon]."


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title", " ", "Skriv en rubrik"),
        ("wish", "", "Skriv vilken hjälp ni vill ha"),
        ("wish", "a" * 5_001, "Texten är för lång"),
        ("hours", "0", "Skriv timmarna"),
        ("hours", "många", "Skriv timmarna"),
        ("from", "i dag", "Skriv dagen som"),
        ("to", "2020-01-01", "Perioden slutar innan den börjar"),
        ("area-1", "nope", "Välj ett problemområde"),
        ("area-1", "", "Ta med minst ett problem"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_that_was_typed_is_lost(
    anna: TestClient, name: str, value: str, words: str
) -> None:
    status, page = send(anna, **{**TYPED, name: value})
    assert status == 422
    assert words in read_page(page).by_id(f"{name}-fault").text
    kept = dict(fill_form(page, "/arenden"))
    shown = {field: kept[field] for field in ("title", "wish", "words-1", "hours", "from", "to")}
    typed = {**TYPED, "from": "", "to": "", name: value}
    assert shown == {field: typed[field] for field in shown}


def test_others_than_coordinators_do_not_ask(service: TestClient, rut: TestClient) -> None:
    assert rut.get(ASK).status_code == rut.get("/arenden").status_code == 403
    assert make_browser(service, "e@example.se", "expert", "expert", "est-stod").get(ASK).status_code == 403


def test_the_header_leads_to_ones_cases_or_to_the_desk(service: TestClient, anna: TestClient, rut: TestClient) -> None:
    assert '<a href="/arenden"' in anna.get("/konto").text
    assert '<a href="/arbetsbord"' in rut.get("/konto").text
    assert "/arbetsbord" not in service.get("/om").text
