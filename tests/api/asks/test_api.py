"""The same in the API: asked, answered by the token, booked, changed, cancelled."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.store.database import Database
from tests.api.asks.conftest import EXPERT, Browse
from tests.api.asks.send import find_link
from tests.api.store.experts.told import tell_calendar
from tests.mail import Mailbox

QUESTION = {"expert": EXPERT, "from": "2026-12-01", "to": "2026-12-31", "hours": 4, "address": "stod@example.se"}
BOOKING = {"expert": EXPERT, "from": "2026-12-01", "to": "2026-12-31", "hours": 4}


@pytest.fixture
def api(case_id: str) -> str:
    """The address of the case."""
    return f"/v1/cases/{case_id}"


def answer(browse: Browse, mailbox: Mailbox, **body: Any) -> Any:
    token = find_link(mailbox).rpartition("/")[2]
    return browse().post(f"/v1/asks/{token}/answer", json=body)


def test_an_expert_is_asked_once_for_a_key_and_answers_by_the_token(
    advisor: TestClient, browse: Browse, api: str, mailbox: Mailbox
) -> None:
    key = {"Idempotency-Key": "7d1f"}
    first, second = (advisor.post(f"{api}/asks", json=QUESTION, headers=key).json() for _ in range(2))
    assert first == second
    assert first["link"] is None
    assert len(mailbox.messages) == 1
    assert answer(browse, mailbox, answer="yes", note="Gärna").json() == {"answer": "yes", "booking": "held"}
    (asked,) = advisor.get(f"{api}/asks").json()
    assert (asked["state"], asked["note"], asked["from"]) == ("yes", "Gärna", "2026-12-01")
    assert "address" not in asked
    (booking,) = advisor.get(f"{api}/bookings").json()
    assert (booking["state"], booking["ask"]) == ("held", asked["id"])
    changed = advisor.patch(f"{api}/bookings/{booking['id']}", json={"state": "confirmed"}).json()
    assert (changed["state"], changed["held_until"]) == ("confirmed", None)


def test_a_question_is_taken_back(advisor: TestClient, browse: Browse, api: str, mailbox: Mailbox) -> None:
    asked = advisor.post(f"{api}/asks", json=QUESTION).json()
    assert advisor.delete(f"{api}/asks/{asked['id']}").json()["state"] == "withdrawn"
    assert answer(browse, mailbox, answer="yes").status_code == 404
    assert advisor.delete(f"{api}/asks/{'0' * 32}").status_code == 404


def test_an_answer_is_given_once(advisor: TestClient, browse: Browse, api: str, mailbox: Mailbox) -> None:
    advisor.post(f"{api}/asks", json=QUESTION)
    assert answer(browse, mailbox, answer="other").status_code == 422
    other = {"answer": "other", "from": "2027-01-01", "to": "2027-01-31"}
    assert answer(browse, mailbox, **other).json() == {"answer": "other", "booking": None}
    assert answer(browse, mailbox, answer="no").status_code == 409
    (asked,) = advisor.get(f"{api}/asks").json()
    assert asked["other"] == {"from": "2027-01-01", "to": "2027-01-31"}


@pytest.mark.parametrize(
    "changes",
    [{"expert": "finns-inte"}, {"address": "ingen"}, {"to": "2026-11-30"}, {"hours": 0}, {"expert": "sala-est"}],
)
def test_a_question_that_cannot_be_is_refused(advisor: TestClient, api: str, changes: dict[str, Any]) -> None:
    assert advisor.post(f"{api}/asks", json={**QUESTION, **changes}).status_code == 422


def test_hours_are_booked_once_for_a_key_moved_and_cancelled(advisor: TestClient, api: str, mailbox: Mailbox) -> None:
    key = {"Idempotency-Key": "7d1f"}
    first, second = (advisor.post(f"{api}/bookings", json=BOOKING, headers=key).json() for _ in range(2))
    assert first == second
    n_letters = len(mailbox.messages)
    here = f"{api}/bookings/{first['id']}"
    moved = advisor.patch(here, json={"hours": 6}).json()
    assert (moved["hours"], moved["from"], moved["n_changes"]) == (6, "2026-12-01", 1)
    assert len(mailbox.messages) == 2 * n_letters
    assert advisor.delete(here).json()["state"] == "cancelled"
    assert advisor.patch(here, json={"hours": 6}).status_code == 409


def test_what_is_not_left_is_a_conflict_that_tells_what_is(
    advisor: TestClient, api: str, stored: Database, mailbox: Mailbox
) -> None:
    with stored.session() as session:
        tell_calendar(session, EXPERT, 5)
    assert advisor.post(f"{api}/bookings", json=BOOKING).status_code == 201
    refused = advisor.post(f"{api}/bookings", json=BOOKING)
    assert refused.status_code == 409
    assert refused.json()["type"].endswith("/NotFree")
    assert (
        "has 1 hours left from 2026-12-01 to 2026-12-31, and 4 are asked for; first there: case"
        in (refused.json()["detail"])
    )


def test_bookings_are_seen_by_who_asked_and_made_by_advisors_alone(
    browse: Browse, advisor: TestClient, api: str
) -> None:
    advisor.post(f"{api}/bookings", json=BOOKING)
    asker = browse("k@alvdala.example.se", "coordinator", "municipality", "1490")
    assert len(asker.get(f"{api}/bookings").json()) == 1
    assert asker.get(f"{api}/asks").status_code == 403
    assert asker.post(f"{api}/bookings", json=BOOKING).status_code == 403
    stranger = browse("k@annan.example.se", "coordinator", "municipality", "0180")
    assert stranger.get(f"{api}/bookings").status_code == 404
