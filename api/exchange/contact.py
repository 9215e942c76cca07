"""The way to a municipality that may be asked: a mailbox or a telephone of a function, never of a private person."""

import re

from api.store.exchange.errors import AgreementRejected
from kb.privacy.find import find_personal_data
from kb.privacy.word_lists import given_names

MAX_CONTACT_CHARS = 200
_MAILBOX, _PHONE = "e-post", "telefon"
_BETWEEN = re.compile(r"[._+\-\d]+")


def read_contact(text: str) -> str:
    """The contact, tidied.

    Raises
    ------
    AgreementRejected : it has neither mailbox nor telephone, is too long, or points out a person
    """
    tidy = " ".join(text.split())
    found = {tidy[find.first : find.last]: find.kind for find in find_personal_data(tidy)}
    if len(tidy) > MAX_CONTACT_CHARS:
        raise AgreementRejected(f"contact: {len(tidy)} characters; at most {MAX_CONTACT_CHARS}, shorten it")
    if not {_MAILBOX, _PHONE} & set(found.values()):
        raise AgreementRejected("contact: no mailbox and no telephone; write one of the municipality's, as info@")
    if set(found.values()) - {_MAILBOX, _PHONE} or any(_is_personal(words) for words in found if "@" in words):
        raise AgreementRejected("contact: it looks like a person's; write a mailbox or telephone of a function")
    return tidy


def _is_personal(mailbox: str) -> bool:
    """Whether what stands before the @ begins with a person's name, as in anna.berg@.

    >>> _is_personal("anna.berg@alvdala.se"), _is_personal("trygga.rummet@alvdala.se")
    (True, False)
    """
    return _BETWEEN.split(mailbox.split("@")[0].casefold())[0] in given_names()
