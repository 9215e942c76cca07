"""Which filter took everything away is found by counting without it."""

from collections.abc import Callable, Collection

from kb.search.filtered_out import FilteredOut, find_filtered_out

THINGS = ({"colour": "red", "size": "small"}, {"colour": "red", "size": "small"}, {"colour": "blue", "size": "large"})


def _count(**asked: str) -> Callable[[Collection[str]], int]:
    """How many of THINGS have the kept ones of what is asked."""
    return lambda kept: sum(all(thing.get(name) == asked[name] for name in kept) for thing in THINGS)


def test_each_filter_is_told_with_what_there_would_be_without_it_most_first() -> None:
    told = find_filtered_out(["colour", "size"], _count(colour="blue", size="small"))
    assert told == FilteredOut(3, {"colour": 2, "size": 1}, {"colour": 3 - 1, "size": 3 - 2})
    assert list(told.without) == ["colour", "size"]


def test_a_filter_whose_lifting_gives_nothing_back_is_left_out() -> None:
    told = find_filtered_out(["colour", "size"], _count(colour="green", size="small"))
    assert told == FilteredOut(3, {"colour": 2}, {"colour": 3, "size": 3 - 2})


def test_where_no_single_filter_is_the_cause_each_is_told_with_how_many_it_rules_out() -> None:
    told = find_filtered_out(["colour", "size"], _count(colour="green", size="huge"))
    assert told == FilteredOut(3, {}, {"colour": 3, "size": 3})


def test_without_filters_or_with_nothing_to_find_nothing_was_taken_away() -> None:
    assert find_filtered_out([], _count()) is None
    assert find_filtered_out(["colour"], lambda _: 0) is None
