"""E-mail addresses, plain and spelt out."""

import pytest

from kb.privacy.email_addresses import find_email_addresses
from tests.kb.privacy.values import found


@pytest.mark.parametrize(
    "address",
    [
        "robin.storsele@example.se",
        "Robin.Storsele@Example.SE",
        "tips+2024_03@mail.example.se",
        "_wolf99_@example.com",
        "felanmalan@bjorkhults-bostader.example.se",
        "åsa.öberg@example.se",
        "lisa.ek @ example.se",
        "namn (at) exempel.se",
        "anna.berg(at)example.se",
        "vakt.chef [at] example.se",
        "registrator[a]example.se",
        "fritid (snabel-a) example.se",
        "ordf (at) forening (punkt) example (punkt) se",
        "tips(at)fritidsgarden(dot)example(dot)se",
        "quick.money at example dot com",
        "anna.berg snabel-a example.se",
    ],
)
def test_an_address_is_found_whole(address: str) -> None:
    assert found(find_email_addresses, f"Skriv till <{address}>.") == [address]
    assert found(find_email_addresses, f"Skriv till {address}, gärna idag") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Kontot @trygg_stad har 1 204 följare.",
        "Användarstöd: @bra_sverige.",
        "Look at example.se for the survey.",
        "Läs mer @ www.bra.se",
        "3@4.5",
        "www.bra.se/forebygga",
        "punkt (a) i avtalet. Sedan",
    ],
)
def test_handles_links_and_sentences_are_left(text: str) -> None:
    assert found(find_email_addresses, text) == []
