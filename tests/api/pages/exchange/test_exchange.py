"""What a municipality tells others, on the pages of its plan, to the editor and to everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.store.accounts import Role, ScopeKind
from api.store.database import Database
from tests.api.conftest import make_app
from tests.api.pages.fill_form import fill_form
from tests.api.store.exchange.told import publish
from tests.api.store.plans.saved import save, save_new
from tests.fakes.moments import SetMoments
from tests.kb.plans.working.small_work import INDICATOR, MEASURE
from tests.store import database_in, make_account, make_sign_in

CONTACT = "trygghet@alvdala.example.se"
FOLLOWED = {
    f"{MEASURE}/decision": "chosen",
    f"{MEASURE}/status": "done",
    f"{MEASURE}/text": "Föreningarna gick på torget.",
    f"{MEASURE}/responsible": "Samordnaren",
    f"{INDICATOR}/decision": "chosen",
    f"{INDICATOR}/value-2026-01-15": "3",
    f"{INDICATOR}/value-2026-10-15": "12",
}
WHOLE = {"took": "En dag i veckan.", "otherwise": "Börjat tidigare."}


@pytest.fixture
def service(tmp_path: Path) -> Iterator[TestClient]:
    app = make_app(tmp_path / "snapshots", now=SetMoments(), state=tmp_path / "state")
    with TestClient(app, headers={"accept": "text/html"}) as client:
        yield client


@pytest.fixture
def stored(service: TestClient) -> Database:
    return database_in(service)


def _sign_in(
    service: TestClient, name: str, role: Role = "coordinator", kind: ScopeKind = "municipality", code: str = "1490"
) -> TestClient:
    browser = TestClient(service.app, headers={"accept": "text/html"})
    account = make_account(database_in(service), f"{name}@example.se", role, scope_kind=kind, scope_code=code)
    browser.cookies.set(SIGN_IN_COOKIE, make_sign_in(database_in(service), account))
    return browser


@pytest.fixture
def anna(service: TestClient) -> TestClient:
    return _sign_in(service, "anna")


@pytest.fixture
def editor(service: TestClient) -> TestClient:
    return _sign_in(service, "redaktor", "editor", "all", "")


@pytest.fixture
def plan_id(stored: Database) -> str:
    plan_id = save_new(stored)
    save(stored, plan_id, 0, FOLLOWED)
    return plan_id


def _send(browser: TestClient, page: str, action: str, typed: dict[str, str], *without: str) -> str:
    """Where the form of the page leads, sent with that typed."""
    fields = {name: value for name, value in fill_form(browser.get(page).text, action) if name not in without}
    answer = browser.post(action, data={**fields, **typed}, follow_redirects=False)
    return answer.headers["location"] if answer.status_code == 303 else f"{answer.status_code} {answer.text}"


def _begin(anna: TestClient, plan_id: str) -> str:
    here = f"/planer/{plan_id}"
    return _send(anna, f"{here}/uppfoljning", f"{here}/erfarenheter", {"measure": MEASURE})


def test_it_is_begun_at_the_follow_up_filled_in_from_the_plan(anna: TestClient, plan_id: str) -> None:
    page = anna.get(_begin(anna, plan_id)).text
    assert "Föreningarna gick på torget." in page
    assert "Antal kvällar: 3 (2026-01-15), 12 (2026-10-15)." in page
    assert 'value="Nattvandring"' in page


def test_a_measure_that_is_not_followed_up_has_no_button_and_is_refused(anna: TestClient, stored: Database) -> None:
    plan_id = save_new(stored)
    here = f"/planer/{plan_id}"
    save(stored, plan_id, 0, {f"{MEASURE}/decision": "chosen"})
    assert "Berätta för andra" not in anna.get(f"{here}/uppfoljning").text
    assert _send(anna, f"{here}/uppfoljning", f"{here}/erfarenheter", {"measure": MEASURE}).startswith("422")


def test_personal_data_is_told_and_then_masked(anna: TestClient, plan_id: str) -> None:
    address = _begin(anna, plan_id)
    typed = {**WHOLE, "took": "Ring Kevin Berg på 070-174 06 71.", "step": "save"}
    told = _send(anna, address, address, typed)
    assert told.startswith("422")
    assert "Det här ser ut som personuppgifter" in told
    assert "Kevin Berg" in told
    assert _send(anna, address, address, {**typed, "mask": "1"}).endswith("klar=saved#klar")
    kept = anna.get(address).text
    assert "[namn]" in kept
    assert "Kevin" not in kept


def test_a_draft_with_personal_data_of_the_plan_is_not_sent_as_it_was_made(
    anna: TestClient, stored: Database, plan_id: str
) -> None:
    save(stored, plan_id, 1, {f"{MEASURE}/responsible": "Kevin Berg"})
    address = _begin(anna, plan_id)
    assert _send(anna, address, address, {"otherwise": "Inget.", "step": "submit"}).startswith("422")


def test_what_an_editor_takes_is_read_by_all_and_gone_when_it_is_withdrawn(
    service: TestClient, anna: TestClient, editor: TestClient, plan_id: str
) -> None:
    address = _begin(anna, plan_id)
    practice_id = address.rsplit("/", 1)[1]
    assert _send(anna, address, address, {**WHOLE, "step": "submit"}).endswith("klar=submitted#klar")
    assert service.get(f"/erfarenheter/{practice_id}").status_code == 404
    desk = "/granska-erfarenheter"
    assert "skäl" in _send(editor, desk, desk, {"decision": "returned"})
    assert _send(editor, desk, desk, {"decision": "published"}).endswith("klar=published#klar")
    page = service.get(f"/erfarenheter/{practice_id}").text
    assert "Kommunens egen berättelse, inte forskning" in page
    assert "Börjat tidigare." in page
    assert practice_id in service.get("/erfarenheter?q=nattvandringar").text
    assert practice_id not in service.get("/erfarenheter?q=biblioteken").text
    _send(anna, address, f"{address}/aterta", {})
    assert service.get(f"/erfarenheter/{practice_id}").status_code == 404
    assert practice_id not in service.get("/erfarenheter").text


def test_the_municipality_reads_why_it_was_sent_back(anna: TestClient, editor: TestClient, plan_id: str) -> None:
    address, desk = _begin(anna, plan_id), "/granska-erfarenheter"
    _send(anna, address, address, {**WHOLE, "step": "submit"})
    _send(editor, desk, desk, {"decision": "returned", "reason": "Vad kostade det?"})
    assert "Vad kostade det?" in anna.get(address).text
    assert _send(anna, address, address, {"took": "40 000 kronor.", "step": "submit"}).endswith("submitted#klar")


def test_what_somebody_else_wrote_first_is_told(anna: TestClient, plan_id: str) -> None:
    address = _begin(anna, plan_id)
    _send(anna, address, address, {**WHOLE, "step": "save"})
    assert _send(anna, address, address, {**WHOLE, "step": "save", "version": "1"}).startswith("412")


def test_who_may_be_asked_is_shown_where_others_work_with_the_same(
    service: TestClient, anna: TestClient, stored: Database, plan_id: str
) -> None:
    here = f"/planer/{plan_id}/utbyte"
    assert _send(anna, here, here, {"contact": "anna.berg@alvdala.se"}).startswith("422")
    assert _send(anna, here, here, {"contact": CONTACT}, "area").startswith("422")
    assert _send(anna, here, here, {"contact": CONTACT}).endswith("klar=given#klar")
    other, theirs = _sign_in(service, "bo", code="0180"), save_new(stored, town="0180")
    shown = [f"/planer/{theirs}", f"/planer/{theirs}/utbyte", "/erfarenheter"]
    assert [CONTACT in other.get(path).text for path in shown] == [True, True, True]
    assert CONTACT in _sign_in(service, "radgivare", "advisor", "all", "").get("/erfarenheter").text
    assert CONTACT not in service.get("/erfarenheter").text
    assert CONTACT not in anna.get("/erfarenheter").text
    assert CONTACT not in _sign_in(service, "cilla", code="0380").get("/erfarenheter").text  # no such problem
    _send(anna, here, f"{here}/aterta", {})
    assert [CONTACT in other.get(path).text for path in shown] == [False, False, False]


def test_it_is_shown_at_the_method_as_no_research(client: TestClient) -> None:
    stored = database_in(client)
    assert "Kommuner berättar" not in client.get("/vagledning/sspf").text
    publish(stored, save_new(stored), method="sspf")
    page = client.get("/vagledning/sspf").text
    assert "Kommuner berättar" in page
    assert "Kommunens egen berättelse, inte forskning" in page
    assert "Nattvandring i centrum" in page


@pytest.mark.parametrize("attack", ["<script>alert(1)</script>"])
def test_what_is_told_is_shown_as_text(service: TestClient, stored: Database, attack: str) -> None:
    practice_id = publish(stored, save_new(stored), title=attack, done=attack)
    for path in ("/erfarenheter", f"/erfarenheter/{practice_id}"):
        assert attack not in service.get(path).text
        assert "&lt;script&gt;" in service.get(path).text
