"""A short query read as the documents would write it."""

from kb.text.other_forms import MAX_WORDS, Reading, read_otherwise


def knows(word: str) -> bool:
    return word in {"socialtjänstlagen", "sol", "osl", "göteborg", "kamerabevakning", "inbrott", "mod", "gäng"}


def test_a_name_that_the_index_lacks_gives_way_and_one_it_has_stays() -> None:
    assert read_otherwise("tillstånd KBL", knows).text == "tillstånd kamerabevakning"
    assert read_otherwise("anmälan SoL", knows).text == "anmälan sol socialtjänstlagen"


def test_a_section_keeps_the_abbreviation_that_it_stands_with() -> None:
    assert read_otherwise("KBL 10:2", knows).text == "10 kap. 2 § kbl kamerabevakning"


def test_an_english_place_is_the_swedish_one_and_nothing_is_mended_beside_it() -> None:
    assert read_otherwise("gang in Gothenburg", knows) == Reading(
        "gang in Göteborg", frozenset(["gang", "in", "gothenburg"])
    )


def test_a_norwegian_query_is_read_in_swedish() -> None:
    assert read_otherwise("innbrudd mod banker", knows).text == "inbrott mod mot banker"


def test_other_texts_and_long_ones_are_as_they_were() -> None:
    assert read_otherwise("Mod i Göteborg", knows) == Reading("Mod i Göteborg")
    long = "ord " * MAX_WORDS + "Gothenburg"
    assert read_otherwise(long, knows) == Reading(long)
