"""The advisor's desk, and each step of a case from it."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api.store.cases.create_case import AskedProblem
from api.store.database import Database
from tests.api.case_service import make_browser
from tests.api.pages.fill_form import fill_form
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.api.store.cases.made import list_done, make_case, read_case
from tests.fakes.moments import SetMoments
from tests.mail import Mailbox
from tests.store import make_account

TWO = (AskedProblem("nyrekrytering", "Pojkar bär väskor."), AskedProblem("klotter", "Klotter på skolan."))


def step(browser: TestClient, here: str, name: str, **typed: str) -> int:
    return send(browser, f"{here}/hantera", f"{here}/hantera/{name}", typed).status_code


def test_the_desk_has_counts_and_filters(rut: TestClient, stored: Database, here: str, moments: SetMoments) -> None:
    urgent = make_case(stored, title="Brådskande", why_urgent="Mötet är i morgon.")
    make_case(stored, title="Stockholms", municipality_code="0180")
    page = rut.get("/arbetsbord").text
    assert here in page
    assert f"/arenden/{urgent}" in page
    assert "Stockholms" not in page
    assert [element.text for element in read_page(page).all("dd")] == ["2", "0", "0", "0", "0"]
    assert here not in rut.get("/arbetsbord?bradskar=1").text
    assert here not in rut.get("/arbetsbord?mina=1").text
    step(rut, here, "ta")
    assert here in rut.get("/arbetsbord?mina=1").text
    assert here in rut.get("/arbetsbord?lage=running").text
    moments.move(timedelta(days=2))
    assert [element.text for element in read_page(rut.get("/arbetsbord").text).all("dd")] == ["1", "0", "1", "1", "0"]
    assert f"/arenden/{urgent}" in rut.get("/arbetsbord?lage=overdue").text


def test_who_sees_the_whole_country_chooses_a_county(service: TestClient, stored: Database, here: str) -> None:
    bra = make_browser(service, "b@bra.example.se", "advisor", "all", "")
    assert here in bra.get("/arbetsbord").text
    assert here in bra.get("/arbetsbord?lan=14").text
    assert here not in bra.get("/arbetsbord?lan=01").text


def test_a_step_tells_the_asker_by_mail_and_in_the_thread(
    anna: TestClient, rut: TestClient, here: str, case_id: str, stored: Database, mailbox: Mailbox
) -> None:
    assert step(rut, here, "ta") == 303
    assert step(rut, here, "avboj", decline_why="Ingen är ledig.", decline_instead="Vänd er till Brå.") == 303
    page = anna.get(here).text
    for words in ("En rådgivare tog ärendet", "Ärendet avböjdes", "Ingen är ledig.", "Vänd er till Brå."):
        assert words in page
    code = read_case(stored, case_id).code
    assert [(m["To"], m["Subject"]) for m in mailbox.messages] == [
        ("anna@alvdala.example.se", f"Nytt i ärende {code}")
    ] * 2
    assert "Ärendet avböjdes" in mailbox.messages[1].get_content()
    assert "ledig" not in mailbox.messages[1].get_content()
    assert "Ärendet avböjdes" in rut.get(f"{here}/historik").text
    assert step(rut, here, "oppna") == 303
    assert list_done(stored, case_id) == ["created", "declined", "reopened", "taken"]


def test_a_step_that_is_pressed_twice_is_told_once(
    anna: TestClient, rut: TestClient, here: str, mailbox: Mailbox
) -> None:
    form = dict(fill_form(rut.get(here).text, f"{here}/hantera/ta"))
    assert [rut.post(f"{here}/hantera/ta", data=form, follow_redirects=False).status_code for _ in "ab"] == [303, 303]
    assert [message["To"] for message in mailbox.messages] == ["anna@alvdala.example.se"]


def test_a_case_is_given_to_a_colleague_weighed_and_passed_on(
    rut: TestClient, here: str, case_id: str, stored: Database
) -> None:
    siv = make_account(stored, "siv@lst.example.se", "advisor", scope_kind="county", scope_code="14")
    assert step(rut, here, "tilldela", advisor=siv) == 303
    assert read_case(stored, case_id).advisor_id == siv
    assert step(rut, here, "vikta", priority="3", hours="12,5", floor="0,4") == 303
    case = read_case(stored, case_id)
    assert (case.priority, case.hours, case.floor) == (3, 12.5, 0.4)
    assert step(rut, here, "lamna-vidare", desk="01", pass_why="De har en expert.") == 303
    assert read_case(stored, case_id).desk == "01"
    assert step(rut, here, "lamna-vidare", desk="") == 303
    assert "Det ligger hos Brå" in rut.get(here).text


def test_cases_are_split_and_merged_again(rut: TestClient, stored: Database) -> None:
    case_id = make_case(stored, problems=TWO)
    here = f"/arenden/{case_id}"
    form = {**dict(fill_form(rut.get(f"{here}/hantera").text, f"{here}/hantera/dela-upp")), "problem": "2"}
    form["split_title"] = "Klottret"
    places = [rut.post(f"{here}/hantera/dela-upp", data=form, follow_redirects=False).headers["location"] for _ in "ab"]
    assert places[0] == places[1] != here
    assert "Klotter på skolan." not in rut.get(here).text
    assert "Klotter på skolan." in rut.get(places[0]).text
    assert step(rut, places[0], "sla-ihop", into=case_id) == 303
    assert "Klotter på skolan." in rut.get(here).text
    merged = rut.get(places[0]).text
    assert "Till det ärendet" in merged
    assert f'href="{here}"' in merged


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("tilldela", {"advisor": "0" * 32}, "kan inte ges till den rådgivaren"),
        ("vikta", {"priority": "3", "hours": "x", "floor": "0"}, "Skriv timmar över 0"),
        ("sla-ihop", {"into": "0" * 32}, "kan inte slås ihop"),
        ("dela-upp", {"split_title": "Nytt"}, "Välj några av problemen"),
        ("lamna-vidare", {"desk": "-", "pass_why": "Skälet"}, "Välj ett annat län"),
        ("avboj", {"decline_why": "Skälet", "decline_instead": ""}, "Skriv både skälet"),
    ],
)
def test_a_step_that_cannot_be_done_says_so_and_keeps_what_was_typed(
    rut: TestClient, stored: Database, name: str, typed: dict[str, str], words: str
) -> None:
    here = f"/arenden/{make_case(stored, problems=TWO)}"
    make_case(stored)
    answer = send(rut, f"{here}/hantera", f"{here}/hantera/{name}", typed)
    assert (answer.status_code, words in answer.text) == (422, True)
    assert all(text in answer.text for key, text in typed.items() if "why" in key)


def test_personal_data_in_a_reason_is_warned_of(rut: TestClient, here: str) -> None:
    typed = {"decline_why": "Kevin Johansson är sjuk.", "decline_instead": "Vänd er till Brå."}
    answer = send(rut, f"{here}/hantera", f"{here}/hantera/avboj", typed)
    assert (answer.status_code, "Kevin Johansson" in answer.text) == (422, True)
    assert step(rut, here, "avboj", **typed, mask="1") == 303
    assert "[namn] är sjuk." in rut.get(here).text


def test_advisors_of_other_counties_and_coordinators_do_nothing_at_the_desk(
    service: TestClient, anna: TestClient, here: str
) -> None:
    other = make_browser(service, "r@annan.example.se", "advisor", "county", "01")
    assert other.get(f"{here}/hantera").status_code == 404
    assert here not in other.get("/arbetsbord").text
    assert anna.get("/arbetsbord").status_code == anna.get(f"{here}/hantera").status_code == 403
