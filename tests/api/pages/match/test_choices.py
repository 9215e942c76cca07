"""A suggestion goes into the plan unless its tick was taken away."""

from api.pages.match.choices import read_choices

CHOICES = read_choices(["1:sspf", "1:mst", "2:sspf"], ["1:sspf"])


def test_what_is_ticked_is_wanted() -> None:
    assert CHOICES.has([1], "sspf")


def test_what_lost_its_tick_is_not() -> None:
    assert not CHOICES.has([1], "mst")
    assert not CHOICES.has([2], "sspf")


def test_what_was_not_there_to_tick_is_wanted() -> None:
    assert CHOICES.has([2], "mst")
    assert CHOICES.has([], "sspf")


def test_one_tick_is_enough_for_problems_put_together() -> None:
    assert CHOICES.has([2, 1], "sspf")
