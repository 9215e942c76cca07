"""Street addresses: a street and its number, but not a street alone, nor a count after it."""

import pytest

from kb.privacy.street_addresses import find_street_addresses
from tests.kb.privacy.values import found


@pytest.mark.parametrize(
    "address",
    [
        "Storgatan 12",
        "Västra Hamngatan 4B",
        "Björkvägen 14 A, lgh 1203",
        "Ekvägen 7 lgh 1102",
        "Lingonstigen 3, 2 tr",
        "Smedjegränd 5",
        "Murargränden 9–11",
        "Stora torget 3",
        "Järntorget 8",
        "Norra Esplanaden 22 A",
        "Karl XI:s väg 18",
        "Olof Palmes gata 6",
        "S:t Olofsgatan 31 C",
        "Lindallén 4",
        "Kvarnbrinken 16",
        "NYGATAN 14",
        "Ekhöjden 4, lgh 1001",
    ],
)
def test_an_address_is_found_whole(address: str) -> None:
    assert found(find_street_addresses, f"Bråk vid {address}, sent.") == [address]


def test_an_address_is_found_before_an_ordinary_word() -> None:
    assert found(find_street_addresses, "De på Storgatan 12 är rädda. Bråk på Storgatan 14 i Borås.") == [
        "Storgatan 12",
        "Storgatan 14",
    ]


def test_where_somebody_lives_any_name_will_do() -> None:
    assert found(find_street_addresses, "Han bor i Storsele 142.") == ["Storsele 142"]
    assert found(find_street_addresses, "Bussen går till Storsele 142.") == []


@pytest.mark.parametrize(
    "text",
    [
        "På Storgatan och Ekvägen",
        "väg 40, Väg 40, riksväg 26, Vägen 40, Riksvägen 40, Europaväg 22, E4",
        "Längs väg 40 och Kommunens väg 3",
        "Storgatan 12 anmälningar, Kyrkogatan 7 inbrott, Bruksvägen 58 km/h, Storgatan 40 procent",
        "Storgatan 2023",
        "Storgatan 1 204 187",
        "Storgatan 20–02",
        "Torget 5, Gatan 12",
        "Handlingsplan 2, Detaljplan 114, Möte 3",
        "Kartläggningen 4, Övergången 3, Arbetsplatsen 3",
        "cykelvägen 3 meter",
    ],
)
def test_streets_roads_and_counts_are_left(text: str) -> None:
    assert found(find_street_addresses, text) == []
