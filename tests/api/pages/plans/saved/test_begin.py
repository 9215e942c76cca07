"""A match is saved as a plan with one button, by those who may save."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from tests.api.conftest import make_app
from tests.api.pages.fill_form import fill_form
from tests.api.pages.match.test_match import FRAUD
from tests.store import database_in, make_account, make_sign_in

ASKED = {"text": FRAUD, "municipality": "Borås"}


@pytest.fixture
def browser(snapshots: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A visitor's browser at the service over the shipped content."""
    with TestClient(make_app(snapshots, state=tmp_path / "state"), headers={"accept": "text/html"}) as client:
        yield client


def test_a_visitor_is_led_to_the_sign_in_and_nothing_is_saved(browser: TestClient) -> None:
    page = browser.post("/plan", data=ASKED).text
    assert 'formaction="/planer"' not in page
    assert "så kan ni spara planen" in page
    assert browser.post("/planer", data=ASKED, follow_redirects=False).headers["location"].startswith("/logga-in")


def test_what_is_ticked_is_saved_once_however_often_the_button_is_pressed(browser: TestClient) -> None:
    database = database_in(browser)
    browser.cookies.set(SIGN_IN_COOKIE, make_sign_in(database, make_account(database)))
    form = dict(fill_form(browser.post("/plan", data=ASKED).text, "/plan"))
    answers = [browser.post("/planer", data=form, follow_redirects=False) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    address = answers[0].headers["location"]
    assert answers[1].headers["location"] == address
    assert "Förslag" in browser.get(address).text
    assert "Inget har ändrats sedan planen gjordes." in browser.get(f"{address}/jamfor").text
    assert browser.get("/planer").text.count(f'href="{address}"') == 1
