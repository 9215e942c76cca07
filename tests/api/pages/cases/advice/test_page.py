"""Advice on the page of its case: written, changed, taken away; nothing that was typed is lost."""

from fastapi.testclient import TestClient

from api.store.cases.advice import change_advice
from api.store.database import Database
from tests.api.advised_case import AdvisedCase
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.api.store.cases.advised import ADVISOR, make_given
from tests.fakes.moments import NOON, SetMoments

TYPED = {
    "day": "2026-11-21",
    "hours": "2,5",
    "form": "på plats",
    "giver": "Anna Svensson, kriminolog",
    "area": "nyrekrytering",
    "offered": "Besök på torget.",
}


def test_advice_that_is_written_is_shown_with_its_totals(
    advisor: TestClient, asker: TestClient, here: str, case: AdvisedCase
) -> None:
    answer = send(advisor, here, here, TYPED)
    address = answer.headers["location"]
    assert (answer.status_code, address.split("#")[0]) == (303, f"{here}?maskat=1")
    assert "Personuppgifter togs bort ur det ni skrev, 1 stycken" in advisor.get(address).text
    shown = asker.get(here).text
    for words in ("2 gånger, 4 timmar", "På plats: 1, Digitalt: 1", "Besök på torget.", "[namn], kriminolog", "2,5"):
        assert words in shown
    assert "Spara rådet" not in shown
    assert f"{here}/{case.advice_id}/bort" not in shown


def test_a_form_that_is_sent_twice_writes_once(advisor: TestClient, here: str) -> None:
    once = {"once": "k" * 43}
    places = [send(advisor, here, here, {**TYPED, **once}).headers["location"] for _ in range(2)]
    assert places[0] == places[1]


def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(advisor: TestClient, here: str) -> None:
    answer = send(advisor, here, here, {**TYPED, "hours": "många", "area": "nope", "giver": ""})
    page = read_page(answer.text)
    assert answer.status_code == 422
    assert page.by_id("hours").attributes["value"] == "många"
    assert page.by_id("offered").text == "Besök på torget."
    told = [page.by_id(f"{name}-fault").text for name in ("hours", "area", "giver")]
    assert told[0].startswith("Skriv timmar som ett tal över 0")
    assert told[1:] == ["Välj ett område i listan", "Fyll i fältet"]
    answer = send(advisor, here, here, {**TYPED, "day": "i går", "form": ""})
    page = read_page(answer.text)
    assert [page.by_id(f"{name}-fault").text for name in ("day", "form")] == [
        "Skriv dagen som 2027-03-31",
        "Välj hur ni möttes",
    ]


def test_advice_is_changed_in_its_own_form_and_taken_away(advisor: TestClient, here: str, case: AdvisedCase) -> None:
    one = f"{here}/{case.advice_id}"
    form = read_page(advisor.get(one).text)
    assert (form.by_id("hours").attributes["value"], form.by_id("day").attributes["value"]) == ("1,5", "2026-11-20")
    answer = send(advisor, one, one, {"achieved": "Gruppen är i gång."})
    assert answer.headers["location"] == f"{here}#{case.advice_id}"
    shown = advisor.get(here).text
    assert "Gruppen är i gång." in shown
    assert send(advisor, here, f"{one}/bort").status_code == 303
    assert "Inga råd är nedskrivna ännu." in advisor.get(here).text
    assert advisor.get(one).status_code == 404


def test_who_changes_what_somebody_wrote_meanwhile_is_told_and_keeps_the_words(
    advisor: TestClient, here: str, case: AdvisedCase, stored: Database, moments: SetMoments
) -> None:
    one = f"{here}/{case.advice_id}"
    form = {"base": "2026-11-22T11:00:00+00:00", "offered": "Mina ord."}
    with stored.session() as session:
        change_advice(session, case.id, case.advice_id, make_given(offered="Andras ord."), ADVISOR, NOON)
    answer = send(advisor, one, one, form)
    assert answer.status_code == 412
    assert "Någon annan har ändrat rådet" in answer.text
    assert "Andras ord." in answer.text
    page = read_page(answer.text)
    assert page.by_id("offered").text == "Mina ord."
    fields = {name: value for name, value in TYPED.items() if name != "offered"}
    base = next(f.attributes["value"] for f in page.all("input") if f.attributes.get("name") == "base")
    assert send(advisor, one, one, {**fields, "base": base, "offered": "Mina ord."}).status_code == 303
    assert "Mina ord." in advisor.get(here).text


def test_an_expert_writes_its_own_and_is_shown_no_follow_up(expert: TestClient, here: str) -> None:
    page = expert.get(here).text
    assert "Uppföljning</h3>" not in page
    assert 'id="expert_slug"' not in page
    answer = send(expert, here, here, {**TYPED, "giver": "områdespolis"})
    assert answer.status_code == 303
    assert "Besök på torget." in expert.get(here).text
    assert '/min-kvalitet"' in expert.get(here).text


def test_the_page_is_english_for_who_reads_english(advisor: TestClient, here: str) -> None:
    page = advisor.get(here, headers={"accept-language": "en"}).text
    assert "Advice given" in page
