"""What a route demands, and the token of a form, met in a small app of two routes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from fastapi import Depends, FastAPI, Request, Response
from fastapi.testclient import TestClient

from api.access.cookies import FORM_COOKIE, SIGN_IN_COOKIE
from api.access.csrf import csrf_token, keep_form_cookie
from api.access.require import require
from api.access.signed_in import SignedIn
from api.errors import add_error_handlers
from api.pages.frame.form_fields import CheckedFields
from api.store.accounts import Role
from api.store.database import Database
from api.store.places import Places
from tests.fakes.moments import SetMoments
from tests.store import database_in, make_account, make_sign_in


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    app = FastAPI()
    add_error_handlers(app)
    app.state.database, app.state.now, app.state.public_url = Database(Places(tmp_path)), SetMoments(), None

    @app.get("/any")
    def any_account(account: Annotated[SignedIn, Depends(require())]) -> str:
        return account.role

    @app.get("/advisors")
    def advisors(account: Annotated[SignedIn, Depends(require("advisor", "administrator"))]) -> str:
        return account.role

    @app.get("/form")
    def form(request: Request, response: Response) -> str:
        token = csrf_token(request)
        keep_form_cookie(request, response)
        return token

    @app.post("/form")
    def written(fields: CheckedFields) -> str:
        return str(fields["name"])

    with TestClient(app) as client:
        yield client
    app.state.database.close()


def _sign_in(client: TestClient, role: Role) -> None:
    database = database_in(client)
    account_id = make_account(database, f"{role}@example.se", role)
    client.cookies.set(SIGN_IN_COOKIE, make_sign_in(database, account_id))


def test_a_visitor_is_asked_to_sign_in(client: TestClient) -> None:
    answer = client.get("/any")
    assert (answer.status_code, answer.json()["title"]) == (401, "Logga in först")


@pytest.mark.parametrize(("role", "status"), [("coordinator", 403), ("advisor", 200), ("administrator", 200)])
def test_a_role_is_let_in_or_refused(client: TestClient, role: Role, status: int) -> None:
    _sign_in(client, role)
    assert (client.get("/any").status_code, client.get("/advisors").status_code) == (200, status)


def test_a_form_with_its_token_is_taken(client: TestClient) -> None:
    token = client.get("/form").json()
    assert FORM_COOKIE in client.cookies
    assert client.post("/form", data={"csrf": token, "name": "x"}).json() == "x"
    assert client.get("/form").json() == token


@pytest.mark.parametrize("token", ["", "0" * 64, "å"])
def test_a_form_without_it_is_refused(client: TestClient, token: str) -> None:
    client.get("/form")
    answer = client.post("/form", data={"csrf": token, "name": "x"})
    assert (answer.status_code, answer.json()["title"].split(":")[0]) == (403, "Formuläret är för gammalt")


def test_the_token_of_before_the_sign_in_is_not_that_of_after(client: TestClient) -> None:
    token = client.get("/form").json()
    _sign_in(client, "coordinator")
    assert client.post("/form", data={"csrf": token, "name": "x"}).status_code == 403
    assert client.post("/form", data={"csrf": client.get("/form").json(), "name": "x"}).status_code == 200


def test_the_cookie_of_a_form_is_out_of_reach_of_scripts(client: TestClient) -> None:
    told = client.get("/form").headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=lax" in told
    assert "Secure" not in told
    app = client.app
    assert isinstance(app, FastAPI)
    app.state.public_url = "https://stod.example.se"
    client.cookies.clear()
    assert "Secure" in client.get("/form").headers["set-cookie"]
