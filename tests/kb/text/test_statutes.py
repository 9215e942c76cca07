"""Statutes by abbreviation, name and number."""

from collections import Counter

import pytest

from kb.text.statutes import find_statutes, load_statutes


def numbers(text: str) -> list[str]:
    return [named.statute.numbers[0] for named in find_statutes(text)]


@pytest.mark.parametrize(
    "text", ["OSL", "osl", "offentlighets- och sekretesslagen", "Sekretesslagens", "(2009:400)", "lag 2009:400"]
)
def test_abbreviation_name_and_number_are_one_statute(text: str) -> None:
    assert numbers(text) == ["2009:400"]


def test_an_abbreviation_that_is_a_word_counts_in_its_own_case_or_beside_a_section() -> None:
    assert numbers("i sol och vind på lov") == []
    assert numbers("anmälan enligt SoL") == numbers("11 kap 1 § sol") == ["2025:400"]


def test_the_longest_name_is_taken() -> None:
    assert numbers("LOV 3") == numbers("lov 3 går ut") == ["2023:421"]
    assert numbers("hemtjänst enligt LOV") == ["2008:962"]


def test_no_name_is_that_of_two_statutes() -> None:
    names = Counter(
        name.casefold() for s in load_statutes() for name in {*map(str.casefold, s.short), *s.names, *s.numbers}
    )
    assert [name for name, n in names.items() if n > 1] == []
