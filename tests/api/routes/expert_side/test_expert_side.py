"""The experts' own side as a program asks it."""

from api.routes.expert_side.asked import TAG
from api.store.experts.errors import FeedRejected
from tests.api.examples import list_operations, send_example
from tests.api.expert_side.feed.calendars import calendar
from tests.api.expert_side.side import OTHER, SLUG, Side
from tests.api.problem_details import read_problem

CALENDAR = {
    "hours_per_month": 20,
    "parallel_cases": 2,
    "absences": [{"from": "2027-07-01", "to": "2027-07-31"}],
    "feed_address": "https://kalender.example.se/a.ics",
}


def test_a_calendar_is_told_read_and_confirmed(side: Side) -> None:
    side.follow(lambda _: calendar("DTSTART;VALUE=DATE:20270301"))
    program = side.program("expert")
    assert program.get("/v1/my-calendar").json()["confirmed"] is None
    told = program.put("/v1/my-calendar", json=CALENDAR).json()
    assert told["absences"] == [{"from": "2027-07-01", "to": "2027-07-31"}]
    assert told["busy"] == [{"from": "2027-03-01", "to": "2027-03-01"}]
    assert (told["confirmed"], told["is_hidden"], told["feed_fault"]) == ("2026-11-22", False, None)
    assert program.get("/v1/my-calendar").json() == told
    assert program.post("/v1/my-calendar/confirmation").json()["confirmed"] == "2026-11-22"

    def refuse(_: str) -> bytes:
        raise FeedRejected("private", "not public")

    side.follow(refuse)
    assert program.post("/v1/my-calendar/feed-reading").json()["feed_fault"] == "private"


def test_what_cannot_be_kept_is_told_with_its_place(side: Side) -> None:
    program = side.program("expert")
    assert program.put("/v1/my-calendar", json={**CALENDAR, "hours_per_month": 0}).status_code == 422
    backwards = {**CALENDAR, "feed_address": None, "absences": [{"from": "2027-07-31", "to": "2027-07-01"}]}
    told = read_problem(
        program.put("/v1/my-calendar", json=backwards), 422, "CalendarRejected", "Det går inte att spara kalendern så"
    )
    assert "2027-07-31 to 2027-07-01" in told
    answer = program.put("/v1/my-calendar", json={**CALENDAR, "feed_address": "http://10.0.0.1/a.ics"})
    assert "10.0.0.1" not in read_problem(answer, 422, "FeedRejected", "Det går inte att läsa kalendern på adressen")
    answer = program.post("/v1/my-calendar/confirmation")
    read_problem(answer, 409, "NoCalendar", "Ingen tid är sagd än. Spara timmar och ärenden först")


def test_a_profile_is_shown_and_what_is_said_of_it_kept_once(side: Side) -> None:
    program = side.program("expert")
    shown = program.get("/v1/my-profile").json()
    assert (shown["slug"], shown["is_shown"], len(shown["fields"])) == (SLUG, True, 19)
    once = {"Idempotency-Key": "7d1f"}
    body = {"changes": {"phone": "0325-57 61 00"}}
    reviews = [program.post("/v1/my-profile/reviews", json=body, headers=once).json() for _ in range(2)]
    assert reviews[0] == reviews[1]
    assert program.get("/v1/my-profile").json()["reviews"] == reviews[:1]
    refused = program.post("/v1/my-profile/reviews", json={"changes": {"skonummer": "42"}})
    told = read_problem(refused, 422, "ReviewRejected", "Det går inte att ta emot det som sägs om profilen")
    assert "'skonummer'" in told


def test_a_consent_is_given_and_withdrawn_with_its_receipt(side: Side) -> None:
    program = side.program("expert")
    given = program.put("/v1/my-profile/consents/publication", json={"is_given": True}).json()
    assert (given["purpose"], given["withdrawn"]) == ("publication", None)
    withdrawn = program.put("/v1/my-profile/consents/publication", json={"is_given": False}).json()
    assert (withdrawn["id"], withdrawn["withdrawn"]) == (given["id"], "2026-11-22T12:00:00Z")
    assert program.get("/v1/my-profile").json()["is_shown"] is False
    assert SLUG not in [expert["slug"] for expert in program.get("/v1/experts").json()["experts"]]


def test_an_invitation_goes_to_the_mailbox_of_the_profile_or_to_whom_is_told(side: Side) -> None:
    program = side.program("advisor")
    made = program.post(f"/v1/experts/{OTHER}/invitation", json={})
    assert made.status_code == 201
    assert made.json()["address"] == "barnafrid@example.se"
    assert (made.json()["is_sent"], made.json()["link"].startswith("http://testserver/expert-inbjudan/")) == (
        False,
        True,
    )
    read_problem(
        program.post(f"/v1/experts/{SLUG}/invitation", json={}), 422, "AccountRejected", "Kontot går inte att skapa"
    )
    told = program.post(f"/v1/experts/{SLUG}/invitation", json={"address": "ny@example.se"})
    assert told.json()["address"] == "ny@example.se"
    assert program.post("/v1/experts/finns-inte/invitation", json={"address": "ny@example.se"}).status_code == 404


def test_what_must_be_sent_is_shown_by_an_example_that_works(side: Side) -> None:
    side.follow(lambda _: calendar())
    organisation, advisor = side.program("expert"), side.program("advisor")
    description = side.client.get("/openapi.json").json()
    mine = {route: told for route, told in list_operations(description).items() if told.get("tags") == [TAG]}
    assert len(mine) == 8
    for route, told in mine.items():
        organisation.put("/v1/my-calendar", json=CALENDAR)  # which the next one confirms or reads
        answer = send_example(advisor if "invitation" in route else organisation, route, description, {})
        assert str(answer.status_code) == min(told["responses"]), (route, answer.text)
