"""A search as an address: back and forward work, and a filter is removed by a link."""

from api.pages.search.search_address import SearchAddress

ADDRESS = SearchAddress("epa på torget", {"rating": ["stark", "god"], "setting": ["skola"]}, "evidence", 3)


def test_everything_that_was_chosen_stands_in_the_address() -> None:
    assert ADDRESS.href == "/sok?q=epa+p%C3%A5+torget&rating=stark&rating=god&setting=skola&sort=evidence&page=3"


def test_without_a_value_the_others_stay_and_the_list_begins_anew() -> None:
    assert ADDRESS.without("rating", "stark") == SearchAddress(
        "epa på torget", {"setting": ["skola"], "rating": ["god"]}, "evidence", 1
    )


def test_without_its_last_value_a_facet_is_gone() -> None:
    assert ADDRESS.without("setting", "skola").filters == {"rating": ["stark", "god"]}


def test_some_filters_are_kept_and_the_list_begins_anew() -> None:
    assert ADDRESS.keeping(["setting"]) == SearchAddress("epa på torget", {"setting": ["skola"]}, "evidence", 1)


def test_another_order_begins_on_the_first_page() -> None:
    assert (ADDRESS.sorted_by("relevance").sort, ADDRESS.sorted_by("relevance").page) == ("relevance", 1)
    assert ADDRESS.without_filters() == SearchAddress("epa på torget", {}, "evidence", 1)
