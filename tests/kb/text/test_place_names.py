"""English names of Swedish places."""

from kb.text.place_names import find_place_names, find_swedish_name


def test_an_english_name_is_the_swedish_place() -> None:
    assert find_swedish_name(" GOTHENBURG ") == "Göteborg"
    assert find_swedish_name("Scania") == "Skåne"
    assert find_swedish_name("Göteborg") is None


def test_a_name_is_found_in_a_text_as_a_whole_word_in_the_genitive_too() -> None:
    assert list(find_place_names("in gothenburg's port")) == [(3, 15, "Göteborg")]
    assert list(find_place_names("scanian")) == []
