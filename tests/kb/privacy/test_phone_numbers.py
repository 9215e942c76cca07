"""Phone numbers, from the series that PTS keeps for fiction."""

import pytest

from kb.privacy.phone_numbers import find_phone_numbers
from tests.kb.privacy.values import found


@pytest.mark.parametrize(
    "number",
    [
        "070-174 06 05",
        "0701740605",
        "070 174 06 05",
        "070-1740605",
        "0701-74 06 05",
        "070-174-06-05",
        "070.174.06.05",
        "070/174 06 05",
        "070–174 06 05",
        "08-465 004 00",
        "08-46500400",
        "0846500400",
        "031 390 06 12",
        "(031) 390 06 12",
        "040-6280417",
        "0980-31 92 10",
        "+46 70 174 06 05",
        "+46701740605",
        "+46 (0)70-174 06 05",
        "+46 0701740605",
        "0046 8 465 004 00",
        "0046701740605",
        "+47 22 12 34 56",
    ],
)
def test_a_number_is_found_however_it_is_set(number: str) -> None:
    assert found(find_phone_numbers, f"Säljaren gav {number}, sa han.") == [number]


def test_numbers_in_a_row_are_told_apart() -> None:
    text = "Jour: 070-174 06 66 / 070-174 06 67, 08-465 004 33 08-465 004 34"
    assert found(find_phone_numbers, text) == ["070-174 06 66", "070-174 06 67", "08-465 004 33", "08-465 004 34"]


def test_a_number_stops_before_what_is_counted_after_it() -> None:
    assert found(find_phone_numbers, "070-174 06 05 12 samtal") == ["070-174 06 05"]


def test_pairs_of_digits_are_a_number_only_after_a_word_for_a_phone() -> None:
    assert found(find_phone_numbers, "Tel 08 12 34 56 78") == ["08 12 34 56 78"]
    assert found(find_phone_numbers, "Rån 08 12 34 56 78") == []


@pytest.mark.parametrize(
    "text",
    [
        "1 204 1 187 1 266",
        "070 procent",
        "kl. 08-16 och 20-02",
        "öppet 08-15 09-16",
        "0800-1200 och 1800-0200",
        "0600-2200",
        "08.00–16.30, 08.15 09.30",
        "2024-03-12, 05-12-2024, 01.02.2024",
        "Dnr KS 2024-00123, Ju2022/01000",
        "Stöld 0312 0298 0305 0411 0377",
        "07 08 09 10 11",
        "00 01 02 03 04 05 06 07 08 09 10 11",
        "koder 0114 0127 0136 0180",
        "0835 0836",
        "lag (2023:196), prop. 2022/23:43",
        "https://example.se/SFSdoc/08/081038.pdf",
        "0.45 0.38 0.91 0.77",
        "ISBN 978-91-38-25178-3",
        "112, 114 14, 1177",
        "+15 procent och +12 345 678 kronor",
    ],
)
def test_statistics_times_and_codes_are_left(text: str) -> None:
    assert found(find_phone_numbers, text) == []


@pytest.mark.parametrize("number", ["020-50 50 50", "0771-114 114"])
def test_a_number_that_no_person_has_is_left(number: str) -> None:
    assert found(find_phone_numbers, f"Ring {number}") == []
