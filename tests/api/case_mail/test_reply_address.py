"""Where one answers is one's own address in the case: nobody else's token does."""

import pytest

from api.case_mail.reply_address import ReplyAddress, find_reply_address, find_writer, write_reply_address
from api.store.cases.people import Person
from api.store.vault import Vault, new_key

BOX = "arenden@example.se"
ANNA, BO = Person("a" * 32, "anna@example.se", "asker"), Person("b" * 32, "bo@example.se", "advisor")


def test_the_address_is_found_among_others_and_is_of_one_person_in_one_case() -> None:
    vault = Vault([new_key()])
    address = write_reply_address(vault, BOX, "c" * 32, "K7QX2M", ANNA.id)
    assert len(address.partition("@")[0]) <= 64
    found = find_reply_address(BOX, ["x@example.se", address.upper()])
    assert found
    assert found.code == "K7QX2M"
    assert find_writer(vault, "c" * 32, found.token, [BO, ANNA]) == ANNA
    assert find_writer(vault, "d" * 32, found.token, [BO, ANNA]) is None
    assert find_writer(vault, "c" * 32, found.token, [BO]) is None
    assert find_writer(Vault([new_key()]), "c" * 32, found.token, [ANNA]) is None


def test_what_was_sent_before_a_new_key_can_still_be_answered() -> None:
    old = new_key()
    found = find_reply_address(BOX, [write_reply_address(Vault([old]), BOX, "c" * 32, "K7QX2M", ANNA.id)])
    assert found
    assert find_writer(Vault([new_key(), old]), "c" * 32, found.token, [ANNA]) == ANNA


@pytest.mark.parametrize(
    "address", ["arenden@example.se", f"arenden+K7QX2M.{'0' * 31}@example.se", f"arenden+K7QX2M.{'0' * 32}@example.com"]
)
def test_another_address_is_of_no_case(address: str) -> None:
    assert find_reply_address(BOX, [address]) is None


def test_without_a_mailbox_nobody_is_asked_to_answer() -> None:
    assert write_reply_address(Vault([new_key()]), "", "c" * 32, "K7QX2M", ANNA.id) == ""


def test_the_parts_are_read() -> None:
    assert find_reply_address(BOX, [f"arenden+k7qx2m.{'0' * 32}@example.se"]) == ReplyAddress("K7QX2M", "0" * 32)
