"""Registration plates, with the letters that are in use."""

import pytest

from kb.privacy.vehicle_plates import find_vehicle_plates
from tests.kb.privacy.values import found


@pytest.mark.parametrize("plate", ["ABC 123", "ABC123", "ABC12D", "ABC 12D", "ABC\u00a0123"])
def test_a_plate_of_either_series_is_found(plate: str) -> None:
    assert found(find_vehicle_plates, f"Bilen ({plate}) körde fort.") == [plate]


def test_small_letters_need_a_word_for_a_plate() -> None:
    assert found(find_vehicle_plates, "regnr abc 123") == ["abc 123"]
    assert found(find_vehicle_plates, "och den 123") == []


def test_a_hyphen_needs_a_vehicle() -> None:
    assert found(find_vehicle_plates, "Mopeden med skylten ABC-123") == ["ABC-123"]
    assert found(find_vehicle_plates, "Rapport ABC-123") == []


@pytest.mark.parametrize(
    "text", ["IAB 123", "ABQ 123", "VAB 123", "ÅBC 123", "ABC 12O", "ABC 12Q", "AB 123", "ABCD 123"]
)
def test_letters_not_in_use_make_no_plate(text: str) -> None:
    assert found(find_vehicle_plates, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "SFS 202, RiR 202, NTU 202",
        "SEK 500, LSS 120, FFT 112",
        "KAB 120 ärenden",
        "ABC 12 platser",
        "ABC 123 456",
        "ABC 123:45",
        "ABC 2023",
        "modell ABC 12D",
        "https://example.se/ABC123",
    ],
)
def test_statutes_abbreviations_and_counts_are_left(text: str) -> None:
    assert found(find_vehicle_plates, text) == []
