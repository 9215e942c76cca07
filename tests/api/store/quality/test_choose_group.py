"""A group is made of five answers of three municipalities; rare areas are counted together when many wait."""

from collections.abc import Iterable

from api.store.quality.choose_group import Chosen, Waiting, choose_group

FIVE = ("a", "b", "c", "a", "b")


def _wait(towns: Iterable[str], area: str = "klotter") -> list[Waiting]:
    return [Waiting((f"{area}-{n}", 3), town, area) for n, town in enumerate(towns)]


def _ids(waiting: Iterable[Waiting]) -> frozenset[tuple[str, int]]:
    return frozenset(one.id for one in waiting)


def test_five_answers_of_three_municipalities_are_a_group() -> None:
    waiting = _wait(FIVE)
    assert choose_group(waiting, "klotter") == Chosen("klotter", _ids(waiting))


def test_four_are_none_nor_are_many_of_two_municipalities() -> None:
    assert choose_group(_wait(FIVE[:4]), "klotter") is None
    assert choose_group(_wait("ab" * 10), "klotter") is None


def test_answers_of_other_areas_make_no_group_of_this_one() -> None:
    assert choose_group([*_wait(FIVE[:4]), *_wait("c", "stold")], "klotter") is None


def test_ten_that_wait_are_a_group_without_the_name_of_an_area() -> None:
    waiting = [*_wait("abca"), *_wait("abca", "stold"), *_wait("ab", "hot")]
    assert choose_group(waiting[:9], "hot") is None
    assert choose_group(waiting, "hot") == Chosen("", _ids(waiting))


def test_what_came_before_its_area_was_enough_is_counted_with_it() -> None:
    rare, area = _wait("abc", "stold"), _wait("aabbc")
    assert choose_group([*rare, *area], "klotter") == Chosen("klotter", _ids(area))
