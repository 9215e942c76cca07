"""The time that an expert has, told by form and by a calendar that is followed, is used at once by all that answers."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.store.experts.errors import FeedRejected
from api.store.experts.told import told_availability
from tests.api.expert_side.feed.calendars import calendar
from tests.api.expert_side.side import SLUG, Side
from tests.api.pages.fill_form import fill_form
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.fakes.moments import NOON

PAGE = "/min-kalender"
FEED = "https://kalender.example.se/a.ics"
TIME = {"hours": "20", "cases": "2"}


def save(browser: TestClient, **typed: str) -> Response:
    names = {name.replace("_", "-"): value for name, value in typed.items()}
    return send(browser, PAGE, PAGE, {**TIME, **names})


def shown_to_others(side: Side) -> str:
    return side.browse().get(f"/expert/{SLUG}").text


def test_what_is_told_is_used_at_once_with_the_day_when_it_was(side: Side) -> None:
    assert "Bekräftad" not in side.browse("expert").get(PAGE).text
    organisation = side.browse("expert", "b@example.se")
    assert save(organisation, first_0="2027-01-11", last_0="2027-01-15").status_code == 303
    told = side.app.state.serving.searcher.snapshot.experts[SLUG].availability
    assert (told.hours_per_month, told.parallel_cases, len(told.unavailable)) == (20, 2, 1)
    assert "22 november 2026" in shown_to_others(side)
    listed = side.browse().get("/v1/experts", params={"from": "2027-01-11", "to": "2027-01-15"}).json()["experts"]
    (mine,) = [expert for expert in listed if expert["slug"] == SLUG]
    assert (mine["state"], mine["hours_per_month"], mine["availability_confirmed"]) == ("busy", 20, "2026-11-22")


def test_the_form_shows_what_was_saved_and_an_emptied_row_is_gone(side: Side) -> None:
    organisation = side.browse("expert")
    save(organisation, first_0="2027-01-11", last_0="2027-01-15", first_1="2027-03-01")
    page = read_page(organisation.get(PAGE).text)
    assert page.by_id("last-0").attributes["value"] == "2027-01-15"
    assert page.by_id("last-1").attributes["value"] == "2027-03-01"  # a day by itself
    save(organisation, first_0="", last_0="")
    assert read_page(organisation.get(PAGE).text).by_id("first-0").attributes["value"] == "2027-03-01"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"hours": "0"}, "hours"),
        ({"hours": "tjugo"}, "hours"),
        ({"hours": "401"}, "hours"),
        ({"cases": ""}, "cases"),
        ({"cases": "51"}, "cases"),
        ({"first_0": "2027-01-15", "last_0": "2027-01-11"}, "first-0"),
        ({"first_0": "", "last_0": "2027-01-11"}, "first-0"),
        ({"first_0": "i morgon"}, "first-0"),
        ({"first_0": "2027-01-15", "last_0": "2037-01-11"}, "first-0"),
        ({"feed": "http://kalender.example.se/a.ics"}, "feed"),
        ({"feed": "https://anna:hemligt@kalender.example.se/a.ics"}, "feed"),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field_and_nothing_typed_is_lost(
    side: Side, typed: dict[str, str], field: str
) -> None:
    organisation = side.browse("expert")
    answer = save(organisation, **typed)
    assert answer.status_code == 422
    page = read_page(answer.text)
    assert page.by_id(f"{field}-fault").text
    for name, value in {**TIME, **typed}.items():
        assert page.by_id(name.replace("_", "-")).attributes["value"] == value
    assert "Ni har inte sagt något om er tid" in organisation.get(PAGE).text


def test_busy_days_of_a_followed_calendar_are_kept_and_nothing_else_of_it(side: Side) -> None:
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return calendar("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270303")

    side.follow(fetch)
    organisation = side.browse("expert")
    save(organisation, feed=FEED.replace("https", "webcal"))
    assert asked == [FEED]
    shown = organisation.get(PAGE).text
    assert "1 mars 2027 – 2 mars 2027" in shown
    with side.database.reading() as session:
        told = told_availability(session, SLUG, NOON.date())
    assert told is not None
    assert [(str(p.first), str(p.last)) for p in told.unavailable] == [("2027-03-01", "2027-03-02")]
    others = shown_to_others(side)
    assert "Zebrafinken" not in shown + others
    assert FEED not in others


def test_a_calendar_that_cannot_be_read_is_told_and_what_it_said_before_stands(side: Side) -> None:
    side.follow(lambda _: calendar("DTSTART;VALUE=DATE:20270301"))
    organisation = side.browse("expert")
    save(organisation, feed=FEED)

    def refuse(_: str) -> bytes:
        raise FeedRejected("slow", "it takes too long")

    side.follow(refuse)
    assert send(organisation, PAGE, f"{PAGE}/las").status_code == 303
    shown = organisation.get(PAGE).text
    assert "svarar inte inom tio sekunder" in shown
    assert "1 mars 2027" in shown
    side.follow(lambda _: calendar())
    send(organisation, PAGE, f"{PAGE}/las")
    shown = organisation.get(PAGE).text
    assert "svarar inte inom tio sekunder" not in shown
    assert "inga upptagna dagar" in shown


def test_a_calendar_that_is_followed_no_more_is_forgotten(side: Side) -> None:
    side.follow(lambda _: calendar("DTSTART;VALUE=DATE:20270301"))
    organisation = side.browse("expert")
    save(organisation, feed=FEED, first_0="2027-05-03")
    save(organisation, feed="")
    with side.database.reading() as session:
        told = told_availability(session, SLUG, NOON.date())
    assert told is not None
    assert [str(period.first) for period in told.unavailable] == ["2027-05-03"]


def test_what_was_told_too_long_ago_is_unknown_again_until_it_is_confirmed(side: Side) -> None:
    organisation = side.browse("expert")
    save(organisation)
    for days, is_shown in ((90, True), (1, False)):
        side.move(timedelta(days=days))
        assert (side.app.state.serving.searcher.snapshot.experts[SLUG].availability is not None) == is_shown
    later = side.browse("expert", "c@example.se")
    assert "så länge sedan att er tid är okänd" in later.get(PAGE).text
    assert send(later, PAGE, f"{PAGE}/bekrafta").status_code == 303
    assert side.app.state.serving.searcher.snapshot.experts[SLUG].availability.confirmed == side.day.day


def test_nothing_is_confirmed_before_anything_is_said(side: Side) -> None:
    organisation = side.browse("expert")
    form = dict(fill_form(organisation.get(PAGE).text, PAGE))
    assert organisation.post(f"{PAGE}/bekrafta", data={"csrf": form["csrf"]}).status_code == 409
    assert organisation.post(f"{PAGE}/las", data={"csrf": form["csrf"]}).status_code == 409
