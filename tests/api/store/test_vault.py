"""Text is sealed with the first key and opened with any."""

import pytest

from api.store.errors import StoreKeyUnusable
from api.store.vault import Vault, new_key

OLD, NEW = new_key(), new_key()


def test_what_is_sealed_can_be_opened_and_does_not_show() -> None:
    sealed = Vault([OLD]).seal("öppna drogscener")
    assert "drogscener" not in sealed
    assert Vault([OLD]).open(sealed) == "öppna drogscener"


def test_the_same_text_is_sealed_differently_each_time() -> None:
    assert Vault([OLD]).seal("text") != Vault([OLD]).seal("text")


def test_a_new_key_put_first_opens_what_the_old_one_sealed() -> None:
    assert Vault([NEW, OLD]).open(Vault([OLD]).seal("text")) == "text"


def test_what_is_sealed_anew_opens_with_the_new_key_alone() -> None:
    assert Vault([NEW]).open(Vault([NEW, OLD]).reseal(Vault([OLD]).seal("text"))) == "text"


def test_another_key_or_a_changed_text_is_refused() -> None:
    sealed = Vault([OLD]).seal("text")
    for vault, met in ((Vault([NEW]), sealed), (Vault([OLD]), sealed[:-4] + "AAA=")):
        with pytest.raises(StoreKeyUnusable, match="does not open; start with the key"):
            vault.open(met)


def test_a_print_is_the_same_for_the_same_text_purpose_and_key_alone() -> None:
    vault = Vault([OLD])
    prints = [
        vault.print_of("a", "x"),
        vault.print_of("b", "x"),
        vault.print_of("a", "y"),
        Vault([NEW]).print_of("a", "x"),
    ]
    assert vault.print_of("a", "x") == prints[0]
    assert len(set(prints)) == 4


def test_a_print_of_before_a_new_key_is_among_those_looked_for() -> None:
    assert Vault([NEW, OLD]).prints_of("a", "x") == [Vault([NEW]).print_of("a", "x"), Vault([OLD]).print_of("a", "x")]


@pytest.mark.parametrize("keys", [[], ["short"], [OLD, "no key at all"]])
def test_what_is_no_key_is_refused_and_not_told(keys: list[str]) -> None:
    with pytest.raises(StoreKeyUnusable) as told:
        Vault(keys)
    assert not any(key in str(told.value) for key in keys)
