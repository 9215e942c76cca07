"""Signing in by a real sign-in service, in a process of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient

from api.access.cookies import PROVIDER_COOKIE, SIGN_IN_COOKIE
from tests.api.conftest import make_app
from tests.fakes.moments import SetMoments
from tests.oidc_provider import CLIENT_ID, CLIENT_SECRET, ProviderProcess, run_provider
from tests.store import EMAIL, database_in, make_account

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def provider() -> Iterator[ProviderProcess]:
    with run_provider() as process:
        yield process


@pytest.fixture
def moments() -> SetMoments:
    """The real clock at first, for the service's tokens are of the real moment."""
    return SetMoments(datetime.now(UTC))


@pytest.fixture
def service(tmp_path: Path, provider: ProviderProcess, moments: SetMoments) -> Iterator[TestClient]:
    app = make_app(
        tmp_path / "snapshots",
        now=moments,
        state=tmp_path / "state",
        oidc_issuer=provider.issuer,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
    )
    with TestClient(app, headers={"accept": "text/html"}) as client:
        make_account(database_in(client), created=moments())
        yield client


def _ask(service: TestClient, till: str = "") -> str:
    """Where the service sends the browser back to, once it has signed in there."""
    to_provider = service.get(f"/logga-in/tjanst?till={till}", follow_redirects=False).headers["location"]
    return httpx2.get(to_provider).headers["location"].removeprefix("http://testserver")


def _sign_in(service: TestClient, provider: ProviderProcess, **claims: Any) -> httpx2.Response:
    provider.become(**claims)
    return service.get(_ask(service), follow_redirects=False)


def _person(**changed: Any) -> dict[str, Any]:
    return {"sub": "anna", "email": EMAIL, "email_verified": True, **changed}


def test_who_has_an_account_is_signed_in_and_led_on(service: TestClient, provider: ProviderProcess) -> None:
    provider.become(**_person())
    answer = service.get(_ask(service, "/konto/radera"), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/konto/radera")
    assert EMAIL in service.get("/konto").text
    assert {SIGN_IN_COOKIE, PROVIDER_COOKIE} & set(service.cookies) == {SIGN_IN_COOKIE}


def test_the_page_that_signs_in_leads_there(service: TestClient) -> None:
    assert 'href="/logga-in/tjanst?till=/konto"' in service.get("/logga-in").text


def test_the_same_person_is_known_with_another_address(service: TestClient, provider: ProviderProcess) -> None:
    _sign_in(service, provider, **_person())
    service.cookies.clear()
    assert _sign_in(service, provider, **_person(email="gift@example.se")).status_code == 303


def test_another_person_with_the_same_address_is_not_let_in(service: TestClient, provider: ProviderProcess) -> None:
    _sign_in(service, provider, **_person())
    service.cookies.clear()
    assert _sign_in(service, provider, **_person(sub="bertil")).status_code == 403


@pytest.mark.parametrize(
    "claims",
    [
        _person(email="okand@example.se"),
        _person(email_verified=False),
        {"sub": "anna", "email": EMAIL},
        _person(iss="https://other.example.se"),
        _person(aud="another"),
        _person(nonce="another"),
        _person(exp=1),
        {"email": EMAIL, "email_verified": True},
    ],
    ids=[
        "no account",
        "address not checked",
        "address said to be nothing",
        "issuer",
        "audience",
        "nonce",
        "old",
        "nobody",
    ],
)
def test_who_cannot_be_told_is_not_let_in(
    service: TestClient, provider: ProviderProcess, claims: dict[str, Any]
) -> None:
    answer = _sign_in(service, provider, **claims)
    assert answer.status_code == 403
    assert SIGN_IN_COOKIE not in service.cookies
    assert EMAIL not in answer.text


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(service: TestClient, provider: ProviderProcess) -> None:
    provider.become(**_person())
    answer = _ask(service)
    service.cookies.clear()
    assert service.get(answer).status_code == 403


def test_an_answer_with_another_state_or_a_used_code_is_refused(service: TestClient, provider: ProviderProcess) -> None:
    provider.become(**_person())
    answer = _ask(service)
    kept = service.cookies[PROVIDER_COOKIE]
    assert service.get(answer.split("&state=")[0] + "&state=another").status_code == 403
    assert service.get(answer, follow_redirects=False).status_code == 303
    service.cookies.clear()
    service.cookies.set(PROVIDER_COOKIE, kept)
    assert service.get(answer).status_code == 403


def test_an_answer_that_is_too_late_is_refused(
    service: TestClient, provider: ProviderProcess, moments: SetMoments
) -> None:
    provider.become(**_person())
    answer = _ask(service)
    moments.move(timedelta(minutes=11))
    assert service.get(answer).status_code == 403


def test_a_service_that_does_not_answer_is_told(tmp_path: Path) -> None:
    app = make_app(
        tmp_path / "snapshots", state=tmp_path / "state", oidc_issuer="http://127.0.0.1:1", oidc_client_id="x"
    )
    with TestClient(app, headers={"accept": "text/html"}) as client:
        answer = client.get("/logga-in/tjanst")
    assert answer.status_code == 403
    assert "Inloggningen gick inte" in answer.text
