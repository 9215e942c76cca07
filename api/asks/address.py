"""Where an expert's organisation is asked."""

from api.access.addresses import read_address
from api.access.errors import AccountRejected
from api.store.cases.errors import AskRejected
from api.store.experts.asking import find_expert_address
from api.store.session import Session
from kb.documents import Expert


def choose_address(session: Session, expert: Expert, typed: str = "") -> str:
    """The address that was typed, else that of the expert's account, else of its profile.

    Raises
    ------
    AskRejected : what was typed is none, or none is known
    """
    if typed.strip():
        try:
            return read_address(typed)
        except AccountRejected as error:
            raise AskRejected(str(error)) from None
    if known := find_known_address(session, expert):
        return known
    raise AskRejected(f"{expert.slug} has neither an account nor a mailbox; write an address to ask it at")


def find_known_address(session: Session, expert: Expert) -> str | None:
    """None where the expert has neither an account nor a mailbox; one that is made up has no mailbox."""
    return find_expert_address(session, expert.slug) or (None if expert.demo else expert.mailbox)
