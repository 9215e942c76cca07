"""The way to a municipality is that of a function, never of a person."""

import pytest

from api.exchange.contact import read_contact
from api.store.exchange.errors import AgreementRejected


@pytest.mark.parametrize(
    "contact",
    ["trygghet@alvdala.example.se", "Trygghetsfunktionen, 0325-180 00", "brottsforebyggande.radet@alvdala.example.se"],
)
def test_a_mailbox_or_a_telephone_of_a_function_is_taken(contact: str) -> None:
    assert read_contact(f"  {contact} ") == contact


@pytest.mark.parametrize(
    ("contact", "fault"),
    [
        ("", "no mailbox and no telephone"),
        ("Trygghetsfunktionen", "no mailbox and no telephone"),
        ("anna.berg@alvdala.example.se", "a person's"),
        ("Anna Berg, 0325-180 00", "a person's"),
        ("info@alvdala.example.se " + "x" * 200, "at most 200"),
    ],
)
def test_what_points_out_a_person_or_leads_nowhere_is_refused(contact: str, fault: str) -> None:
    with pytest.raises(AgreementRejected, match=fault):
        read_contact(contact)
