"""E-mail addresses: written one way, and what they are looked up by."""

import re

from api.access.errors import AccountRejected
from api.store.vault import Vault

MAX_CHARS = 254
_SHAPE = re.compile(r"[^@\s<>\"(),;:]+@[^@\s<>\"(),;:]+\.[^@\s<>\"(),;:]+")
_PURPOSE = "email"


def read_address(text: str) -> str:
    """The address in small letters, as every mail system in use takes it.

    Raises
    ------
    AccountRejected : it is none

    >>> read_address(" Anna.Berg@Alvdala.example.se ")
    'anna.berg@alvdala.example.se'
    """
    address = text.strip().lower()
    if len(address) > MAX_CHARS or not _SHAPE.fullmatch(address):
        raise AccountRejected("no e-mail address; write it as name@municipality.se")
    return address


def print_address(vault: Vault, address: str) -> str:
    """What an account with the address is stored under."""
    return vault.print_of(_PURPOSE, address)


def prints_of_address(vault: Vault, address: str) -> list[str]:
    """All that an account with the address may be stored under: one for each key in use."""
    return vault.prints_of(_PURPOSE, address)
