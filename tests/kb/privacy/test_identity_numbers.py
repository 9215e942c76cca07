"""Personal identity and coordination numbers: the last digit of 830412-9904 is the check digit of the nine before."""

import pytest

from kb.privacy.identity_numbers import find_identity_numbers
from tests.kb.privacy.values import found


@pytest.mark.parametrize(
    "number",
    [
        "830412-9904",
        "19830412-9904",
        "121212+1212",
        "830412 9904",
        "830412\u00a09904",
        "830412–9904",
        "830412−9904",
        "830412\u20119904",
        "830412 - 9904",
        "8304129904",
        "198304129904",
        "19 830412-9904",
        "1983-04-12-9904",
        "20080519-XXXX",
        "080519-****",
    ],
)
def test_a_personal_identity_number_is_found_however_it_is_set(number: str) -> None:
    assert found(find_identity_numbers, f"Eleven ({number}) gick hem.") == [number]


@pytest.mark.parametrize("number", ["830472-9935", "19910783-9939", "199107839939", "881161 9876", "700191-9823"])
def test_a_coordination_number_is_found(number: str) -> None:
    assert found(find_identity_numbers, f"Samordningsnr {number}.") == [number]


def test_a_wrong_check_digit_is_forgiven_a_number_with_a_hyphen_alone() -> None:
    assert found(find_identity_numbers, "830412-9903") == ["830412-9903"]
    assert found(find_identity_numbers, "830412 9903") == []
    assert found(find_identity_numbers, "198304129903") == []


def test_a_number_cut_by_a_line_end_is_found() -> None:
    assert found(find_identity_numbers, "nummer 830412-\n9904") == ["830412-\n9904"]


def test_a_number_in_a_file_name_is_found() -> None:
    assert found(find_identity_numbers, "utredning_101102-9822.pdf") == ["101102-9822"]


@pytest.mark.parametrize(
    "text",
    [
        "Dnr KS 240312-1187",
        "diarienummer 240312-1187",
        "org.nr 556123-4567",
        "perioden 20230101-20231231",
        "2024-03-12 1430",
        "2024-03-12",
        "20240501",
        "0201-K123456-24",
        "1 204 1 187 1 266",
        "bankgiro 5050-1055",
        "831312-9904",
        "830432-9904",
        "1234567890123456",
    ],
)
def test_case_numbers_dates_and_other_numbers_are_left(text: str) -> None:
    assert found(find_identity_numbers, text) == []


def test_bare_digits_that_a_mobile_number_may_have_are_no_coordination_number() -> None:
    """0701740607 has the right check digit and would be the 14th of January 2007 as a coordination number."""
    assert found(find_identity_numbers, "0701740607") == []
