"""What filters took away, told where they leave nothing: how many there were, and which filter to lift."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilteredOut:
    """n_found : what there would be without any filter, at least 1

    without : filter -> what there would be were it alone lifted, most first; no zeros
    excludes : filter -> how many of them it alone rules out, most first; no zeros
    """

    n_found: int
    without: Mapping[str, int]
    excludes: Mapping[str, int]


def find_filtered_out(filters: Sequence[str], count: Callable[[Collection[str]], int]) -> FilteredOut | None:
    """What there would be beside an empty answer; None where the filters are not why it is empty.

    filters : names of those in force; count : how many are found when only these of them are kept

    >>> find_filtered_out(["rating", "setting"], lambda kept: 0 if "rating" in kept else 7 - len(kept))
    FilteredOut(n_found=7, without={'rating': 6}, excludes={'rating': 7, 'setting': 1})
    """
    n_found = count(()) if filters else 0
    if not n_found:
        return None
    left = {name: count([other for other in filters if other != name]) for name in filters}
    taken = {name: n_found - count([name]) for name in filters}
    return FilteredOut(n_found, _order(left), _order(taken))


def _order(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: n for name, n in sorted(counts.items(), key=lambda pair: -pair[1]) if n}
