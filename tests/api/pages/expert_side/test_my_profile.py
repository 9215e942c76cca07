"""An organisation says field by field what of its profile is right; editors see it and mark it as done."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.api.expert_side.side import OTHER, SLUG, Side
from tests.api.pages.fill_form import fill_form
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page

PAGE = "/min-profil"
CANARY = "Zebrafinken tar emot"


def test_the_profile_is_shown_field_by_field(side: Side) -> None:
    expert = side.app.state.serving.published.snapshot.experts[SLUG]
    shown = side.browse("expert").get(PAGE).text
    for text in (expert.name, expert.organisation, expert.way_in):
        assert text in shown
    assert shown.count("Stämmer</label>") == shown.count("Ska ändras</label>") == 19


def test_what_is_to_be_changed_goes_to_the_editors(side: Side) -> None:
    answer = send(side.browse("expert"), PAGE, PAGE, {"phone-is": "wrong", "phone": CANARY})
    assert answer.headers["location"] == "/min-profil?sparad=andras#skickat"
    page = side.browse("editor").get("/profilgranskning").text
    assert CANARY in page
    assert f"content/experts/{SLUG}.md" in page
    assert "contact.phone" in page


def test_what_is_typed_is_a_change_though_the_choice_was_forgotten(side: Side) -> None:
    send(side.browse("expert"), PAGE, PAGE, {"summary": CANARY})
    assert CANARY in side.browse("editor").get("/profilgranskning").text


def test_that_all_is_right_is_said_with_one_button(side: Side) -> None:
    browser = side.browse("expert")
    assert send(browser, PAGE, f"{PAGE}/stammer").headers["location"].startswith("/min-profil?sparad=stammer")
    assert "Allt stämmer." in side.browse("editor").get("/profilgranskning").text
    assert "Allt stämmer." in browser.get(PAGE).text


def test_a_change_without_its_text_is_told_and_nothing_typed_is_lost(side: Side) -> None:
    answer = send(side.browse("expert"), PAGE, PAGE, {"phone-is": "wrong", "cost-is": "wrong", "cost": CANARY})
    assert answer.status_code == 422
    page = read_page(answer.text)
    assert "Skriv vad det ska vara" in page.by_id("phone-fault").text
    assert page.by_id("cost").text.strip() == CANARY
    assert "checked" in page.by_id("cost-wrong").attributes
    assert "Inget nytt" in side.browse("editor").get("/profilgranskning").text


def test_a_text_that_is_too_long_is_told(side: Side) -> None:
    answer = send(side.browse("expert"), PAGE, PAGE, {"cost": "a" * 4001})
    assert (answer.status_code, "Skriv högst 4 000 tecken" in answer.text) == (422, True)


def test_a_form_that_is_sent_twice_says_it_once(side: Side) -> None:
    browser = side.browse("expert")
    form = {**dict(fill_form(browser.get(PAGE).text, PAGE)), "cost": CANARY}
    for _ in range(2):
        browser.post(PAGE, data=form)
    assert side.browse("editor").get("/profilgranskning").text.count(CANARY) == 1


def test_an_editor_marks_it_as_done_and_the_organisation_sees_it(side: Side) -> None:
    organisation, editor = side.browse("expert"), side.browse("editor")
    send(organisation, PAGE, PAGE, {"cost": CANARY})
    side.move(timedelta(days=2))
    assert "Redaktionen har det kvar att göra" in organisation.get(PAGE).text
    review = read_page(editor.get("/profilgranskning").text).all("button")
    (value,) = [button.attributes["value"] for button in review if button.attributes.get("name") == "review"]
    answer = send(editor, "/profilgranskning", "/profilgranskning", {"review": value})
    assert answer.status_code == 303
    assert CANARY not in editor.get("/profilgranskning").text
    assert "Klart 24 november 2026" in organisation.get(PAGE).text
    assert send(editor, "/konto", "/konto/logga-ut").status_code == 303


def test_one_organisation_sees_nothing_of_another(side: Side) -> None:
    send(side.browse("expert"), PAGE, PAGE, {"cost": CANARY})
    other = side.browse("expert", "annan@example.se", OTHER).get(PAGE).text
    assert CANARY not in other
    assert side.app.state.serving.published.snapshot.experts[OTHER].name in other


def test_a_profile_that_is_published_no_more_is_told(side: Side) -> None:
    assert side.browse("expert", "gammal@example.se", "finns-inte").get(PAGE).status_code == 404


def test_the_command_prints_tasks_for_the_content_and_marks_them(
    side: Side,
    few_experts: Path,
    run: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    send(side.browse("expert"), PAGE, PAGE, {"counties": "Jönköpings län\nÖstergötlands län"})
    code, out, _ = run("expert", "reviews", "--snapshots", few_experts)
    assert code == 0
    first, second = out.splitlines()
    assert first.startswith(f"- [ ] `content/experts/{SLUG}.md`: ska ändras (2026-11-22, ")
    assert second == "  - `counties`: Jönköpings län / Östergötlands län"
    review_id = first.rsplit(" ", 1)[1].rstrip(")")
    assert run("expert", "settle", review_id)[0] == 0
    assert run("expert", "reviews", "--snapshots", few_experts)[1] == ""
    assert run("expert", "settle", "0" * 32)[0] == 1


def test_the_command_invites(
    side: Side,
    few_experts: Path,
    run: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    code, out, _ = run("expert", "invite", SLUG, "ny@example.se", "--snapshots", few_experts)
    assert code == 0
    path = "/expert-inbjudan/" + out.strip().rsplit("/", 1)[1]
    side.moments.move(timedelta(days=-365))  # the command asks the real clock, which may be ahead of the test's
    assert send(side.browse(), path, "/expert-inbjudan").headers["location"] == PAGE
    assert run("expert", "invite", "finns-inte", "ny@example.se", "--snapshots", few_experts)[0] == 1
