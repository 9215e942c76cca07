"""Personal data of all kinds in a text, in place."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.privacy.find import Find, find_personal_data, replace_finds
from kb.privacy.mask import mask_personal_data
from tests.root import ROOT

JUDGED = ROOT / "benchmarks" / "datasets" / "guard" / "judged.jsonl"
PIECES = (
    "Eleven", "Kevin", "Larsson", "mamma", "heter", "Storgatan", "12", "B", "lgh 1102", "ABC", "123", "12D", "070-174",
    "06", "05", "+46", "830412", "9904", "namn", "(at)", "@", "example", ".se", "-", " ", "\n", ":", ",", "(", ")", "[",
    "]", "telefon", "Dnr", "och", "år", "15", "–", "|",
)  # fmt: skip


def test_finds_are_in_place_also_when_a_later_look_found_them() -> None:
    """The name is seen only once the number is masked, in a text that is then longer."""
    text = "a@b.se, Birgitta Öhman, 070-174 06 05, Storgatan 12"
    assert find_personal_data(text) == [
        Find("e-post", 0, 6),
        Find("namn", 8, 22),
        Find("telefon", 24, 37),
        Find("adress", 39, 51),
    ]


def test_finds_that_overlap_are_one_of_the_longer_kind() -> None:
    text = "830412-9904@example.se"
    assert find_personal_data(text) == [Find("e-post", 0, len(text))]


def test_of_two_kinds_of_one_length_the_identity_number_is_told() -> None:
    """0703119818 is a mobile number by its form, and a person born on 11 March 2007 by its check digit."""
    assert [find.kind for find in find_personal_data("0703119818")] == ["personnummer"]


def test_finds_are_replaced_by_their_kind() -> None:
    assert replace_finds("Ring Ali nu", [Find("namn", 5, 8)]) == "Ring [namn] nu"


@given(st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=300)
def test_finds_are_in_order_apart_and_tell_the_same_as_the_mask(pieces: list[str]) -> None:
    text = "".join(pieces)
    finds = find_personal_data(text)
    ends = [0, *(position for find in finds for position in (find.first, find.last)), len(text)]
    assert ends == sorted(ends)
    assert replace_finds(text, finds) == mask_personal_data(text).text


@given(st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=300)
def test_a_masked_text_is_not_masked_again(pieces: list[str]) -> None:
    masked = mask_personal_data("".join(pieces)).text
    assert mask_personal_data(masked) == type(mask_personal_data(""))(masked, {})


@pytest.mark.parametrize("line", JUDGED.read_text(encoding="utf-8").splitlines()[::7])
def test_a_judged_text_is_not_masked_again(line: str) -> None:
    masked = mask_personal_data(json.loads(line)["text"])
    assert mask_personal_data(masked.text).counts == {}
