"""A text without the groups of people that it names."""

import pytest

from kb.problems.people import areas_about_groups, hide_groups


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Romer har slagit läger vid badplatsen.", "personer har slagit läger vid badplatsen."),
        ("Hemlösa sover i parkeringshuset.", "personer sover i parkeringshuset."),
        ("En asylsökande, två somalier och tiggare", "En personer, två personer och personer"),
        ("Romantik, tigrar och romaner lånas ut.", "Romantik, tigrar och romaner lånas ut."),
        ("A Roma camp and a roman villa", "A personer camp and a roman villa"),
        ("Ungdomar klottrar.", "Ungdomar klottrar."),
    ],
)
def test_a_word_for_a_group_becomes_one_for_anybody(text: str, hidden: str) -> None:
    assert hide_groups(text) == hidden


def test_harm_to_a_group_is_an_area_in_which_its_name_is_evidence() -> None:
    assert "hatbrott" in areas_about_groups()
