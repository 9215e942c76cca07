"""Values in at most five classes."""

from hypothesis import given
from hypothesis import strategies as st

from kb.national.map.classes import MAX_CLASSES, class_values

MAYBE = st.none() | st.integers(0, 60) | st.floats(0, 1)


def bounds(values: list[float | None]) -> list[tuple[float, float, int]]:
    classed = class_values({str(place): value for place, value in enumerate(values)})
    return [(found.least, found.most, found.n_places) for found in classed.classes]


def test_few_values_have_a_class_each() -> None:
    assert bounds([0, 1, 1, 3, None]) == [(0, 0, 1), (1, 1, 2), (3, 3, 1)]


def test_many_values_are_shared_out_evenly_and_none_is_a_class_of_its_own() -> None:
    assert bounds([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]) == [(0, 0, 3), (1, 2, 2), (3, 4, 2), (5, 6, 2), (7, 8, 2)]


def test_without_zero_all_five_are_for_what_there_is() -> None:
    assert bounds([float(value) for value in range(1, 11)]) == [(1, 2, 2), (3, 4, 2), (5, 6, 2), (7, 8, 2), (9, 10, 2)]


def test_a_value_that_many_have_is_never_cut_in_two() -> None:
    assert bounds([1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7]) == [
        (1, 1, 6),  # 12 places and 5 classes: the share is 12 / 5, and all 6 go with it
        (2, 3, 2),  # of the other 6 / 4
        (4, 5, 2),
        (6, 6, 1),
        (7, 7, 1),
    ]


def test_nothing_known_has_no_class() -> None:
    classed = class_values({"0114": None})
    assert (classed.classes, classed.n_missing) == ((), 1)


def test_shades_are_as_far_apart_as_they_can_be() -> None:
    def shades(*values: float) -> list[int]:
        return [found.shade for found in class_values({str(value): value for value in values}).classes]

    assert shades(1, 2, 3, 4, 5) == [1, 2, 3, 4, 5]
    assert shades(0, 1, 2) == [1, 3, 5]
    assert shades(0, 7) == [1, 5]
    assert shades(7) == [5]
    assert shades(0) == [1]


@given(st.dictionaries(st.text(max_size=3), MAYBE))
def test_every_place_is_in_the_class_that_has_its_value(values: dict[str, float | None]) -> None:
    classed = class_values(values)
    assert len(classed.classes) <= MAX_CLASSES
    shades = [found.shade for found in classed.classes]
    assert shades == sorted(set(shades))
    assert set(shades) <= set(range(1, MAX_CLASSES + 1))
    assert sum(found.n_places for found in classed.classes) + classed.n_missing == len(values)
    for place, value in values.items():
        shade = classed.shade_of[place]
        assert (shade is None) == (value is None)
        if value is not None and shade is not None:
            assert classed.classes[shades.index(shade)].least <= value <= classed.classes[shades.index(shade)].most
