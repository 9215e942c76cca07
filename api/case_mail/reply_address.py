"""The address that an answer by mail goes to: `arenden+CODE.TOKEN@example.se`.

The token is a print by the vault of the case and of who was written to, so that nobody else can answer, and nothing has
to be stored for it.
"""

import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass

from api.store.cases.people import Person
from api.store.vault import Vault

TOKEN_CHARS = 32
"""Half of a print, 128 bits: at most 64 signs may stand before the @."""
_PURPOSE = "answer to a case"


@dataclass(frozen=True, slots=True)
class ReplyAddress:
    """code : of the case; token : of case and writer"""

    code: str
    token: str


def write_reply_address(vault: Vault, mailbox: str, case_id: str, code: str, person_id: str) -> str:
    """Where that person answers in that case; empty where no mail is received."""
    if not mailbox:
        return ""
    name, _, host = mailbox.partition("@")
    return f"{name}+{code}.{vault.print_of(_PURPOSE, _join(case_id, person_id))[:TOKEN_CHARS]}@{host}"


def find_reply_address(mailbox: str, addresses: Iterable[str]) -> ReplyAddress | None:
    """The first of the addresses that is of a case, None where none is; in any case of letters."""
    name, _, host = mailbox.partition("@")
    shape = re.compile(
        rf"{re.escape(name)}\+([a-z0-9]{{6}})\.([0-9a-f]{{{TOKEN_CHARS}}})@{re.escape(host)}", re.IGNORECASE
    )
    for address in addresses:
        if found := shape.fullmatch(address.strip()):
            return ReplyAddress(found[1].upper(), found[2].lower())
    return None


def find_writer(vault: Vault, case_id: str, token: str, people: Iterable[Person]) -> Person | None:
    """Whose token it is, None where it is nobody's of those."""
    for person in people:
        prints = vault.prints_of(_PURPOSE, _join(case_id, person.id))
        if any(hmac.compare_digest(token, right[:TOKEN_CHARS]) for right in prints):
            return person
    return None


def _join(case_id: str, person_id: str) -> str:
    return f"{case_id} {person_id}"
