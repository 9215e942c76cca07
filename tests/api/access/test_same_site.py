"""A form without a token is taken from this site's own pages, and from programs, alone."""

from types import SimpleNamespace

import pytest
from fastapi import Request

from api.access.errors import FormExpired
from api.access.same_site import check_same_site

HOST = "stod.example.se"


def _ask(**headers: str) -> Request:
    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in {"host": HOST, **headers}.items()]
    app = SimpleNamespace(state=SimpleNamespace(public_url="https://www.stod.example.se"))
    scope = {"type": "http", "method": "POST", "path": "/omdome", "query_string": b"", "headers": sent, "app": app}
    return Request({**scope, "scheme": "https", "server": (HOST, 443)})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_fetch_site": "same-origin", "origin": "null"},
        {"sec_fetch_site": "none"},
        {"origin": f"https://{HOST}"},
        {"origin": "https://www.stod.example.se"},
        {"origin": "null"},
    ],
)
def test_own_pages_and_programs_may(headers: dict[str, str]) -> None:
    check_same_site(_ask(**headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "cross-site", "origin": f"https://{HOST}"},
        {"sec_fetch_site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": f"https://{HOST}.elsewhere.example"},
    ],
)
def test_pages_of_other_sites_may_not(headers: dict[str, str]) -> None:
    with pytest.raises(FormExpired, match="another site"):
        check_same_site(_ask(**headers))
