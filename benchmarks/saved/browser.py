"""A browser at the server, as far as saving needs one: a connection that is kept open, a cookie or a link, forms."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Browser:
    """Who asks. headers : what each request carries: the cookie of a sign-in, or the token of a link"""

    def __init__(self, port: int, headers: Mapping[str, str]) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)
        self._headers = headers

    def move_to(self, port: int) -> None:
        """Ask a server that was started again."""
        self._connection.close()
        self._connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)

    def close(self) -> None:
        self._connection.close()

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def send_form(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        body = urlencode(fields).encode()
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def send_json(self, method: str, path: str, body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
        return self._ask(method, path, body, {"Content-Type": "application/json", **(headers or {})})

    def send_file(self, path: str, raw: bytes, headers: Mapping[str, str]) -> Answer:
        """Sent as it is, of no kind that is told."""
        return self._ask("POST", path, raw, headers)

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        """Raises OSError or HTTPException : the server died before it had answered"""
        self._connection.request(method, path, body, {**self._headers, **headers})
        answer = self._connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, told, answer.read())
