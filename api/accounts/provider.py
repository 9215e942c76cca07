"""A sign-in service of the municipality's or authority's own: OpenID Connect, code flow with PKCE, by Authlib.

Source: OpenID Connect Core 1.0, section 3.1; RFC 7636.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.httpx_client import OAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from api.access.errors import ProviderRefused

TIMEOUT_S = 10
ANSWERS_WITHIN = timedelta(minutes=10)
ALGORITHMS = ["RS256", "PS256", "ES256"]
VERIFIER_CHARS = 48
LEEWAY_S = 60
"""How far its clock may be from ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked of the service, which the browser keeps sealed until it answers. until : seconds since 1970"""

    state: str
    nonce: str
    verifier: str
    then: str
    until: float

    def write(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Self:
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the service says it is. subject : the same for ever; address : empty unless the service has checked it"""

    subject: str
    address: str


@dataclass(frozen=True, slots=True)
class Provider:
    """issuer : the service's address, under which its configuration is found"""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)

    def ask(self, answer_to: str, then: str, now: datetime) -> tuple[str, Asked]:
        """Where the browser signs in, and what to keep until it is back at answer_to.

        Raises
        ------
        ProviderRefused : the service does not answer, or not as OpenID Connect has it
        """
        asked = Asked(
            state=generate_token(VERIFIER_CHARS),
            nonce=generate_token(VERIFIER_CHARS),
            verifier=generate_token(VERIFIER_CHARS),
            then=then,
            until=(now + ANSWERS_WITHIN).timestamp(),
        )
        with _told(), self._client(answer_to) as client:
            url, _ = client.create_authorization_url(
                self._configuration(client)["authorization_endpoint"],
                state=asked.state,
                nonce=asked.nonce,
                code_verifier=asked.verifier,
            )
        return url, asked

    def identify(self, asked: Asked, answered: str, answer_to: str, now: datetime) -> Identity:
        """Who signed in; answered : the whole address that the browser came back to.

        Raises
        ------
        ProviderRefused : the answer is not to what was asked, is too late or cannot be verified
        """
        if now.timestamp() > asked.until:
            raise ProviderRefused("the sign-in took more than 10 minutes; start again at /logga-in")
        with _told(), self._client(answer_to) as client:
            configuration = self._configuration(client)
            given = client.fetch_token(
                configuration["token_endpoint"],
                authorization_response=answered,
                state=asked.state,
                code_verifier=asked.verifier,
            )
            keys = KeySet.import_key_set(_fetch(client, configuration["jwks_uri"]))
            claims = self._verify(given["id_token"], keys, asked.nonce, now)
        address = claims.get("email") if claims.get("email_verified") is True else None
        return Identity(f"{self.issuer} {claims['sub']}", str(address or ""))

    def _client(self, answer_to: str) -> Any:
        return OAuth2Client(
            self.client_id,
            self.client_secret,
            scope="openid email",
            redirect_uri=answer_to,
            code_challenge_method="S256",
            timeout=TIMEOUT_S,
        )

    def _configuration(self, client: Any) -> dict[str, str]:
        found: dict[str, str] = _fetch(client, f"{self.issuer}/.well-known/openid-configuration")
        if found["issuer"].rstrip("/") != self.issuer:
            raise ProviderRefused("the sign-in service names another issuer; look at KB_OIDC_ISSUER")
        return found

    def _verify(self, token: str, keys: KeySet, nonce: str, now: datetime) -> dict[str, Any]:
        claims = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
        registry = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY_S,
            iss={"essential": True, "values": [self.issuer, f"{self.issuer}/"]},
            aud={"essential": True, "value": self.client_id},
            nonce={"essential": True, "value": nonce},
            sub={"essential": True},
            exp={"essential": True},
        )
        registry.validate(claims)
        return claims


def _fetch(client: Any, url: str) -> Any:
    """What everybody may read, as JSON."""
    return client.request("GET", url, withhold_token=True).raise_for_status().json()


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong between here and the service is told without its text: that may hold who it was."""
    try:
        yield
    except (AuthlibBaseError, JoseError, httpx2.HTTPError, KeyError, ValueError) as error:
        kind = type(error).__name__
        raise ProviderRefused(f"the sign-in service did not say who it is ({kind}); start again at /logga-in") from None
