"""A sign-in service in a process of its own: `python -m tests.oidc_provider PORT`; `POST /become` sets who signs in.

It checks what OpenID Connect has a service check: the client's secret, the address to answer to, the code, used once,
and its verifier (PKCE).
"""

import base64
import hashlib
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any

import httpx2
import uvicorn
from fastapi import Body, Depends, FastAPI, Form, HTTPException
from fastapi.responses import RedirectResponse
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.free_port import find_free_port
from tests.root import ROOT

CLIENT_ID, CLIENT_SECRET = "till-handling", "a secret"
STARTS_WITHIN_S = 60


@dataclass(slots=True)
class Given:
    """code -> what was asked with it; claims : of whom signs in, over the usual ones"""

    issuer: str
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))


def make_provider(issuer: str) -> FastAPI:
    app, given, basic = FastAPI(), Given(issuer), HTTPBasic()

    @app.get("/.well-known/openid-configuration")
    def configuration() -> dict[str, str]:
        ends = {f"{name}_endpoint": f"{issuer}/{name}" for name in ("authorization", "token")}
        return {"issuer": issuer, "jwks_uri": f"{issuer}/keys", **ends}

    @app.get("/keys")
    def keys() -> dict[str, Any]:
        return {"keys": [given.key.as_dict(private=False)]}

    @app.post("/become")
    def become(claims: Annotated[dict[str, Any], Body()]) -> None:
        given.claims = claims

    @app.get("/authorization")
    def authorize(
        client_id: str, redirect_uri: str, state: str, nonce: str, code_challenge: str, code_challenge_method: str
    ) -> RedirectResponse:
        if (client_id, code_challenge_method) != (CLIENT_ID, "S256"):
            raise HTTPException(400)
        code = secrets.token_urlsafe()
        given.codes[code] = {"redirect_uri": redirect_uri, "nonce": nonce, "challenge": code_challenge}
        return RedirectResponse(f"{redirect_uri}?code={code}&state={state}")

    @app.post("/token")
    def token(
        who: Annotated[HTTPBasicCredentials, Depends(basic)],
        code: Annotated[str, Form()],
        redirect_uri: Annotated[str, Form()],
        code_verifier: Annotated[str, Form()],
    ) -> dict[str, Any]:
        asked = given.codes.pop(code, {})
        challenge = base64.urlsafe_b64encode(hashlib.sha256(code_verifier.encode()).digest()).rstrip(b"=").decode()
        if (who.username, who.password) != (CLIENT_ID, CLIENT_SECRET):
            raise HTTPException(401)
        if (asked.get("redirect_uri"), asked.get("challenge")) != (redirect_uri, challenge):
            raise HTTPException(400)
        usual = {"iss": issuer, "aud": CLIENT_ID, "nonce": asked["nonce"], "exp": time.time() + 300}
        id_token = jwt.encode({"alg": "RS256", "kid": "one"}, {**usual, **given.claims}, given.key)
        return {"access_token": "x", "token_type": "Bearer", "id_token": id_token}

    return app


@dataclass(frozen=True, slots=True)
class ProviderProcess:
    issuer: str

    def become(self, **claims: Any) -> None:
        """Have whoever comes next be signed in with the claims."""
        httpx2.post(f"{self.issuer}/become", json=claims).raise_for_status()


@contextmanager
def run_provider() -> Iterator[ProviderProcess]:
    """A service that runs until the block ends."""
    port = find_free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.oidc_provider", str(port)], cwd=ROOT)
    issuer = f"http://127.0.0.1:{port}"
    try:
        _wait_for(issuer)
        yield ProviderProcess(issuer)
    finally:
        process.terminate()
        process.wait()


def _wait_for(issuer: str) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        try:
            httpx2.get(f"{issuer}/keys").raise_for_status()
            return
        except httpx2.HTTPError:
            time.sleep(0.2)
    raise TimeoutError(f"{issuer} did not start")


if __name__ == "__main__":
    port = int(sys.argv[1])
    uvicorn.run(make_provider(f"http://127.0.0.1:{port}"), host="127.0.0.1", port=port, log_level="warning")
