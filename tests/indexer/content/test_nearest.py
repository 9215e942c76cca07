"""The nearest name that exists, or the names to choose among."""

from indexer.content.nearest import did_you_mean


def test_a_misspelt_name_gets_the_nearest() -> None:
    assert did_you_mean("klottr", ["narkotika", "klotter"]) == "did you mean 'klotter'?"


def test_a_name_like_none_gets_the_list_of_all() -> None:
    assert did_you_mean("xyz", ["narkotika", "klotter"]) == "choose among narkotika, klotter"


def test_a_long_list_is_cut_after_twelve_names() -> None:
    names = [f"område-{letter}" for letter in "abcdefghijklm"]
    assert did_you_mean("xyz", names) == f"choose among {', '.join(names[:12])} ..."
