"""One's own account: signed out here, there and everywhere; taken away; deleted."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.access.cookies import SIGN_IN_COOKIE
from api.store.accounts import SignIn
from api.store.database import Database
from api.store.plans.adopt import adopt_plan
from api.store.plans.save import save_fields
from tests.api.pages.fill_form import Fields, fill_form
from tests.api.pages.read_page import read_page
from tests.api.store.plans.saved import save_new
from tests.fakes.moments import NOON, SetMoments
from tests.store import EMAIL, make_account, make_sign_in


@pytest.fixture
def account_id(stored: Database, service: TestClient) -> str:
    """The account that the browser is signed in to."""
    account_id = make_account(stored)
    service.cookies.set(SIGN_IN_COOKIE, make_sign_in(stored, account_id))
    return account_id


def _send(service: TestClient, page: str, action: str, *added: tuple[str, str]) -> int:
    fields: Fields = [*fill_form(service.get(page).text, action), *added]
    return service.post(action, data=dict(fields), follow_redirects=False).status_code


def _is_signed_in(service: TestClient, cookie: str) -> bool:
    service.cookies.clear()
    service.cookies.set(SIGN_IN_COOKIE, cookie)
    return service.get("/konto", follow_redirects=False).status_code == 200


def test_the_account_tells_who_as_what_and_where(service: TestClient, account_id: str) -> None:
    text = service.get("/konto").text
    assert EMAIL in text
    assert "samordnare i kommun" in text
    assert "1490" in text
    assert service.get("/konto").headers["cache-control"] == "no-store"


def test_every_page_has_a_way_to_the_account_or_to_the_sign_in(service: TestClient, account_id: str) -> None:
    assert "/konto" in list(read_page(service.get("/widget").text).links())
    service.cookies.clear()
    assert "/logga-in?till=%2Fwidget" in list(read_page(service.get("/widget").text).links())


def test_signing_out_ends_the_sign_in_on_the_server(service: TestClient, account_id: str) -> None:
    cookie = service.cookies[SIGN_IN_COOKIE]
    assert _send(service, "/konto", "/konto/logga-ut") == 303
    assert not _is_signed_in(service, cookie)


def test_another_browser_can_be_signed_out(service: TestClient, stored: Database, account_id: str) -> None:
    own, other = service.cookies[SIGN_IN_COOKIE], make_sign_in(stored, account_id)
    (button,) = [
        b for b in read_page(service.get("/konto").text).all("button") if b.attributes.get("name") == "sign_in"
    ]
    _send(service, "/konto", "/konto/webblasare", ("sign_in", button.attributes["value"]))
    assert _is_signed_in(service, own)
    assert not _is_signed_in(service, other)


def test_nobody_signs_out_the_browser_of_another(service: TestClient, stored: Database, account_id: str) -> None:
    other_account = make_account(stored, "annan@example.se")
    other = make_sign_in(stored, other_account)
    make_sign_in(stored, account_id)
    with stored.reading() as session:
        sign_in_id = session.scalars(select(SignIn.id).where(SignIn.account_id == other_account)).one()
    _send(service, "/konto", "/konto/webblasare", ("sign_in", sign_in_id))
    assert _is_signed_in(service, other)


def test_signing_out_everywhere_leaves_none(service: TestClient, stored: Database, account_id: str) -> None:
    cookies = [service.cookies[SIGN_IN_COOKIE], make_sign_in(stored, account_id)]
    _send(service, "/konto", "/konto/logga-ut-overallt")
    assert not any(_is_signed_in(service, cookie) for cookie in cookies)


def test_a_sign_in_ends_by_itself(service: TestClient, moments: SetMoments, account_id: str) -> None:
    moments.moment = NOON + timedelta(days=14)
    assert service.get("/konto", follow_redirects=False).status_code == 303


def test_all_that_is_kept_can_be_taken_away(service: TestClient, account_id: str) -> None:
    answer = service.get("/konto/data")
    assert answer.headers["content-disposition"] == 'attachment; filename="mitt-konto.json"'
    assert answer.json()["account"]["email"] == EMAIL


def test_a_deleted_account_is_gone(service: TestClient, stored: Database, account_id: str) -> None:
    cookie = service.cookies[SIGN_IN_COOKIE]
    assert _send(service, "/konto/radera", "/konto/radera") == 303
    assert not _is_signed_in(service, cookie)


@pytest.mark.parametrize("action", ["logga-ut", "logga-ut-overallt", "webblasare", "radera"])
def test_no_form_from_elsewhere_does_anything(service: TestClient, account_id: str, action: str) -> None:
    assert service.post(f"/konto/{action}", data={"csrf": "0" * 64}).status_code == 403
    assert service.get("/konto", follow_redirects=False).status_code == 200


def test_a_database_that_is_gone_is_told_on_a_page(service: TestClient, stored: Database, account_id: str) -> None:
    with stored.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE sign_ins")
    answer = service.get("/konto")
    assert answer.status_code == 503
    assert service.get("/widget").status_code == 200


def test_reminders_of_a_plan_are_turned_off_and_on_again(
    service: TestClient, stored: Database, account_id: str
) -> None:
    plan_id = save_new(stored)
    with stored.session() as session:
        save_fields(session, plan_id, 0, {"title": "Vår plan"}, account_id, NOON)
        adopt_plan(session, plan_id, 1, (NOON.date(), "KS", ""), account_id, NOON)
    words = []
    for choice in ("none", "all"):
        assert _send(service, "/konto", "/konto/paminnelser", ("reminders", choice)) == 303
        words.append("Inga påminnelser skickas." in service.get("/konto").text)
    assert words == [True, False]
