"""The advisor's page that allocates: proposed, changed by hand, confirmed once, and told when a case had changed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select

from api.store.cases.events import record_event
from api.store.cases.tables import CaseAsk, CaseEvent
from api.store.experts.consents import give_consent, withdraw_consent
from tests.api.cases.open_desk import add_case, open_desk
from tests.api.pages.fill_form import fill_form
from tests.fakes.moments import NOON
from tests.store import database_in, make_account

HERE = "/fordelning"


@pytest.fixture
def advisor(snapshots: Path, tmp_path: Path) -> Iterator[TestClient]:
    with open_desk(snapshots, tmp_path / "state", "text/html") as client:
        yield client


def _run(client: TestClient, **typed: str) -> Response:
    form = dict(fill_form(client.get(HERE).text, HERE))
    return client.post(HERE, data={**form, **typed})


def _confirm(client: TestClient, page: Response, *, ask_now: bool = False) -> Response:
    fields = {name: value for name, value in _fields(page).items() if ask_now or name != "ask_now"}
    return client.post(f"{HERE}/bekrafta", data=fields, follow_redirects=False)


def _asked(client: TestClient) -> list[tuple[str, str, float]]:
    with database_in(client).reading() as session:
        return [(ask.case_id, ask.expert_slug, ask.hours) for ask in session.scalars(select(CaseAsk))]


def _fields(page: Response) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in fill_form(page.text, HERE):
        fields.setdefault(name, []).append(value)
    return fields


def _proposed(client: TestClient) -> list[tuple[str, str | None]]:
    with database_in(client).reading() as session:
        events = session.scalars(select(CaseEvent).where(CaseEvent.what == "case.allocated"))
        return [(event.case_id, event.note) for event in events]


def test_the_open_cases_are_counted_and_nothing_is_worked_out_before_it_is_asked_for(advisor: TestClient) -> None:
    add_case(advisor)
    text = advisor.get(HERE).text
    assert "Ett nytt eller väntande ärende är inte bokat." in text
    assert "Utan expert" not in text


def test_a_proposal_stands_beside_today_and_greedy_with_its_proof(advisor: TestClient) -> None:
    add_case(advisor)
    text = _run(advisor).text
    for told in ("I dag", "Bästa paret först", "Inget bättre finns: det är bevisat."):
        assert told in text


def test_a_case_without_an_expert_has_its_reason_in_words(advisor: TestClient) -> None:
    add_case(advisor, hours=900.0)
    assert "de som passar har inte tid eller plats" in _run(advisor).text


def test_what_is_decided_by_hand_is_kept_and_its_cost_told(advisor: TestClient) -> None:
    case_id = add_case(advisor)
    changed = _run(advisor, **{f"given-{case_id}": "-"})
    assert "ni har bestämt att ingen ska frågas" in changed.text
    assert "Era ändringar kostar" in changed.text
    (given,) = _fields(changed)[f"given-{case_id}"]
    assert given == "-"


def test_what_is_confirmed_is_proposed_in_the_case_once_and_told_on_the_page(advisor: TestClient) -> None:
    case_id = add_case(advisor)
    page = _run(advisor)
    (pair,) = _fields(page)["pair"]
    answers = [_confirm(advisor, page).headers["location"] for _ in range(2)]
    assert answers == [f"{HERE}?done=1&changed=0"] * 2
    assert _proposed(advisor) == [(case_id, pair.split(":")[1])]
    text = advisor.get(answers[0]).text
    assert "Ett ärende har fått sina experter bekräftade." in text
    assert f"/arenden/{case_id}/experter" in text


def test_whom_it_confirms_is_asked_at_once_where_that_is_ticked_and_once(advisor: TestClient) -> None:
    case_id = add_case(advisor)
    page = _run(advisor)
    slug = _fields(page)["pair"][0].split(":")[1]
    account = {"scope_kind": "expert", "scope_code": slug}
    make_account(database_in(advisor), "est@stod.example.se", "expert", **account)
    answers = [_confirm(advisor, page, ask_now=True) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [asked[:2] for asked in _asked(advisor)] == [(case_id, slug)]
    assert "Det här hände med frågorna" in answers[0].text
    assert "/fraga-expert/" in answers[0].text  # no mail server: the link is to be sent by hand


def test_who_cannot_be_asked_is_told_with_why_and_stays_proposed(advisor: TestClient) -> None:
    case_id = add_case(advisor)
    page = _run(advisor)
    slug = _fields(page)["pair"][0].split(":")[1]
    with database_in(advisor).session() as session:
        give_consent(session, slug, "contact", "b" * 32, NOON)
        withdraw_consent(session, slug, "contact", "b" * 32, NOON)
    make_account(database_in(advisor), "est@stod.example.se", "expert", scope_kind="expert", scope_code=slug)
    answer = _confirm(advisor, page, ask_now=True)
    assert "Frågan gick inte iväg." in answer.text
    assert (_asked(advisor), _proposed(advisor)) == ([], [(case_id, slug)])


def test_a_case_that_has_changed_meanwhile_is_left_as_it_is_and_told(advisor: TestClient) -> None:
    case_id = add_case(advisor)
    page = _run(advisor)
    with database_in(advisor).session() as session:
        record_event(session, case_id, "case.changed", "b" * 32, NOON + timedelta(minutes=1))
    answer = _confirm(advisor, page).headers["location"]
    assert answer == f"{HERE}?done=0&changed=1"
    assert "hade ändrats sedan förslaget gjordes" in advisor.get(answer).text
    assert _proposed(advisor) == []


def test_nothing_ticked_is_told_with_the_proposal_again(advisor: TestClient) -> None:
    add_case(advisor)
    fields = _fields(_run(advisor))
    del fields["pair"]
    answer = advisor.post(f"{HERE}/bekrafta", data=fields)
    assert answer.status_code == 422
    assert "Inget är ikryssat." in answer.text


def test_a_quota_that_is_none_is_told_at_its_field_and_stays_as_it_was_typed(advisor: TestClient) -> None:
    add_case(advisor)
    answer = _run(advisor, cases_per_expert="två")
    assert answer.status_code == 422
    assert 'value="två"' in answer.text
    assert "Ärenden räknas i hela tal." in answer.text


def test_a_quota_of_none_for_the_county_leaves_its_cases_out(advisor: TestClient) -> None:
    add_case(advisor)
    assert "länets kvot är slut" in _run(advisor, cases_per_county="0").text


def test_an_expert_that_is_not_in_the_index_is_never_proposed(advisor: TestClient) -> None:
    case_id = add_case(advisor)
    fields = _fields(_run(advisor))
    answer = advisor.post(f"{HERE}/bekrafta", data={**fields, "pair": [f"{case_id}:finns-inte"]})
    assert answer.status_code == 422
    assert _proposed(advisor) == []


def test_when_another_allocates_one_is_told_to_come_back(advisor: TestClient) -> None:
    add_case(advisor)
    with advisor.app.state.allocator.take_place():  # type: ignore[attr-defined]  # the client knows any ASGI app
        answer = _run(advisor)
    assert answer.status_code == 503
    assert "Någon annan fördelar just nu" in answer.text


def test_the_page_is_in_english_too(advisor: TestClient) -> None:
    add_case(advisor)
    assert "Make a proposal" in advisor.get(HERE, params={"lang": "en"}).text
