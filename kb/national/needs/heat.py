"""How strongly a cell is coloured: by the share of the municipalities that told of the area."""

from bisect import bisect_right

SHARE_FROM = (0.1, 0.25, 0.5)
"""From which share the second, third and fourth level begin."""
LEVELS = (1, 2, 3, 4)


def find_level(n: int | None, n_towns: int) -> int:
    """The level of a cell, 0 for one that is not shown.

    >>> [find_level(n, 20) for n in (None, 1, 2, 5, 10)]
    [0, 1, 2, 3, 4]
    """
    return 0 if n is None else LEVELS[bisect_right(SHARE_FROM, n / n_towns)]
