"""Consents are given and withdrawn, each with a receipt; a profile that is withdrawn is gone from all that answers."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.store.experts.consents import has_consent, withdraw_consent
from api.told_experts import READ_AGAIN
from tests.api.expert_side.conftest import run_side
from tests.api.expert_side.side import OTHER, SLUG, Side
from tests.api.pages.fill_form import fill_form
from tests.api.pages.read_page import read_page

PAGE = "/min-profil/samtycken"
SUGGESTED = "kristinehamn-est"
"""One that the shipped content suggests first for what follows."""
TEXT = "Ordningsstörningar på torget varje kväll."
ASKED: dict[str, Callable[[TestClient], str]] = {
    "its own page": lambda c: SUGGESTED if c.get(f"/expert/{SUGGESTED}").is_success else "",
    "the list for a text": lambda c: c.get("/experter", params={"q": TEXT}).text,
    "the list by field": lambda c: c.get("/experter", params={"method": "est"}).text,
    "the page of a method": lambda c: c.get("/vagledning/est").text,
    "the page of a problem area": lambda c: c.get("/problemomrade/ordningsstorningar").text,
    "the search page": lambda c: c.get("/sok", params={"q": TEXT}).text,
    "search by the API, as the widget asks": lambda c: c.get("/v1/search", params={"q": TEXT}).text,
    "the page of a match": lambda c: c.post("/matcha", data={"text": TEXT}).text,
    "a match": lambda c: c.post("/v1/match", json={"text": TEXT}).text,
    "a team": lambda c: c.post("/v1/team", json={"text": TEXT}).text,
    "an allocation": lambda c: (
        c.post("/v1/allocations", json={"cases": [{"id": "a", "municipality": "Karlstad", "text": TEXT}]}).text
    ),
    "experts by the API": lambda c: c.get("/v1/experts", params={"n": 100}).text,
    "the map of the site": lambda c: c.get("/sitemap.xml").text,
}


def say(browser: TestClient, purpose: str, choice: str) -> str:
    """The address of the receipt."""
    csrf = read_page(browser.get(PAGE).text).all("input")
    (token, *_) = [field.attributes["value"] for field in csrf if field.attributes.get("name") == "csrf"]
    answer = browser.post(PAGE, data={"csrf": token, "purpose": purpose, "choice": choice}, follow_redirects=False)
    return answer.headers["location"]


def is_shown(side: Side) -> bool:
    return side.browse().get(f"/expert/{SLUG}").is_success


def list_telling(side: Side) -> list[str]:
    """Which answers tell of the one that is suggested; a source of a document is called the same, and is none."""
    return [name for name, ask in ASKED.items() if SUGGESTED in ask(side.browse()).replace(f"kalla-{SUGGESTED}", "")]


@pytest.fixture(scope="module")
def whole(snapshots: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Side]:
    """The shipped content."""
    yield from run_side(snapshots, tmp_path_factory.mktemp("whole"))


def test_a_profile_that_is_withdrawn_is_gone_from_all_that_answers_and_comes_back_with_a_new_consent(
    whole: Side,
) -> None:
    organisation = whole.browse("expert", code=SUGGESTED)
    assert list_telling(whole) == list(ASKED)
    say(organisation, "publication", "no")
    assert list_telling(whole) == []
    say(organisation, "publication", "yes")
    assert list_telling(whole) == list(ASKED)


def test_other_profiles_stay_and_those_that_have_said_nothing_too(side: Side) -> None:
    say(side.browse("expert"), "publication", "no")
    assert side.browse().get(f"/expert/{OTHER}").status_code == 200


def test_what_another_process_withdraws_is_gone_within_half_a_minute(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_shown(side)
    monkeypatch.setattr("api.store.experts.consents.note_change", lambda _: None)
    with side.database.session() as session:
        withdraw_consent(session, SLUG, "publication", "a" * 32, side.moments.moment)
    assert is_shown(side)
    side.move(READ_AGAIN)
    assert not is_shown(side)
    assert timedelta(minutes=1) > READ_AGAIN


def test_the_organisation_still_sees_its_own_profile(side: Side) -> None:
    organisation = side.browse("expert")
    say(organisation, "publication", "no")
    assert "Profilen visas inte för någon" in organisation.get("/min-profil").text
    assert organisation.get(PAGE).status_code == 200


def test_a_withdrawal_is_a_task_for_the_editors_until_the_content_has_it(side: Side) -> None:
    say(side.browse("expert"), "publication", "no")
    page = side.browse("editor").get("/profilgranskning").text
    assert "publication.withdrawn: 2026-11-22" in page


def test_the_receipt_says_what_when_by_whom_and_its_number(side: Side) -> None:
    organisation = side.browse("expert", "svarar@example.se")
    receipt = say(organisation, "quality", "yes")
    shown = organisation.get(receipt)
    assert shown.headers["cache-control"] == "no-store"
    for told in ("Svar om stödet räknas", "22 november 2026 12.00 UTC", "svarar@example.se", receipt.rsplit("/", 1)[1]):
        assert told in shown.text
    side.move(timedelta(days=1))
    assert say(organisation, "quality", "no") == receipt
    withdrawn = organisation.get(receipt).text
    for told in ("22 november 2026 12.00 UTC", "23 november 2026 12.00 UTC"):
        assert told in withdrawn


def test_a_withdrawal_of_what_was_never_consented_to_claims_no_consent(side: Side) -> None:
    organisation = side.browse("expert")
    shown = organisation.get(say(organisation, "publication", "no")).text
    assert "Ni tog tillbaka det" in shown
    assert "Ni samtyckte" not in shown


def test_said_once_more_it_is_the_same_receipt(side: Side) -> None:
    organisation = side.browse("expert")
    assert len({say(organisation, "contact", "yes") for _ in range(2)}) == 1
    assert len({say(organisation, "contact", "no") for _ in range(2)}) == 1


def test_a_consent_to_quality_is_what_others_ask_for(side: Side) -> None:
    say(side.browse("expert"), "quality", "yes")
    with side.database.reading() as session:
        assert has_consent(session, SLUG, "quality")
        assert not has_consent(session, SLUG, "contact")
        assert not has_consent(session, OTHER, "quality")


def test_the_receipt_of_one_is_not_shown_to_another(side: Side) -> None:
    receipt = say(side.browse("expert"), "quality", "yes")
    assert side.browse("expert", "annan@example.se", OTHER).get(receipt).status_code == 404
    assert side.browse().get(receipt, follow_redirects=False).status_code in (303, 401)


def test_what_nobody_consents_to_is_refused(side: Side) -> None:
    organisation = side.browse("expert")
    form = dict(fill_form(organisation.get("/min-kalender").text, "/min-kalender"))
    assert organisation.post(PAGE, data={"csrf": form["csrf"], "purpose": "allt", "choice": "yes"}).status_code == 404
