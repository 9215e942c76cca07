"""Where an account may act, by name, where there is a register of names."""

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from api.access.scope import Scope
from api.pages.account.place import name_place

pytestmark = pytest.mark.slow  # over the index of the whole content


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (Scope("municipality", "1490"), "Borås"),
        (Scope("county", "14"), "Västra Götalands län"),
        (Scope("municipality", "0000"), "0000"),
        (Scope("all"), ""),
    ],
)
def test_a_place_has_its_name_in_the_register(client: TestClient, scope: Scope, name: str) -> None:
    assert name_place(Request({"type": "http", "app": client.app}), scope) == name
