"""What is made up lies in the folder of the demonstration, and what lies there is nobody's."""

import pytest

from indexer.checks.demonstration import check_demonstration
from indexer.content.read_content import read_content
from tests.builders import TODAY
from tests.content_folder import ContentFolder

REAL = "experts/radgivare.md"
DEMO = "demo/experts/demo-radgivare.md"


def find(folder: ContentFolder) -> list[str]:
    faults = check_demonstration(read_content(folder.path, TODAY, with_demo=True))
    return [f"{fault.fault}; {fault.value}" for fault in faults]


def add_demo(folder: ContentFolder, name: str = DEMO) -> None:
    """A made-up profile as it should be."""
    text = folder.text(REAL).replace("organisation: Brå", "organisation: Påhittade byrån")
    text = text.replace("https://bra.se/kontakt", "https://byran.example/")
    folder.add(name, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kalendern i profilen är fiktiv.",
        "Timmar, län och perioder är exempel.",
        "Kapaciteten som anges är påhittad.",
        "Hur ofta staden kan medverka vet vi inte; timmarna är påhittade.",
    ],
)
def test_a_made_up_time_in_a_real_profile_is_a_fault(folder: ContentFolder, sentence: str) -> None:
    folder.change(REAL, "Ett möte först.", f"Ett möte först. {sentence}")
    assert find(folder) == [f"made-up time outside the demonstration; '{sentence}'"]


@pytest.mark.parametrize(
    "sentence", ["Be att få se en påhittad veckobild.", "Välj ett mål, till exempel tillit.", "Två timmar räcker."]
)
def test_other_words_are_none(folder: ContentFolder, sentence: str) -> None:
    folder.change(REAL, "Ett möte först.", f"Ett möte först. {sentence}")
    assert find(folder) == []


def test_a_made_up_profile_that_is_nobodys_is_right(folder: ContentFolder) -> None:
    add_demo(folder)
    assert find(folder) == []


def test_a_made_up_profile_may_say_that_its_time_is_made_up(folder: ContentFolder) -> None:
    add_demo(folder)
    folder.change(DEMO, "Ett möte först.", "Kalendern är påhittad.")
    assert find(folder) == []


def test_a_made_up_profile_is_told_by_its_name(folder: ContentFolder) -> None:
    add_demo(folder, "demo/experts/byran.md")
    assert find(folder) == ["made-up profile with a name as a real one; byran"]


@pytest.mark.parametrize("organisation", ["Brå", "Borås stad", "Malmös kommun"])
def test_a_made_up_profile_of_a_real_organisation_or_place_is_a_fault(folder: ContentFolder, organisation: str) -> None:
    add_demo(folder)
    folder.change(DEMO, "organisation: Påhittade byrån", f"organisation: {organisation}")
    assert find(folder) == [f"made-up profile of a real organisation; {organisation}"]


def test_a_made_up_profile_with_an_address_that_may_lead_somewhere_is_a_fault(folder: ContentFolder) -> None:
    add_demo(folder)
    folder.change(DEMO, "https://byran.example/", "https://byran.se/")
    assert find(folder) == ["made-up profile with a real address; https://byran.se/"]
