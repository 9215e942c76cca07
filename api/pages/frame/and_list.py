"""A list as a sentence has it."""

from collections.abc import Mapping, Sequence


def write_list(items: Sequence[str], t: Mapping[str, str]) -> str:
    """The items with commas and an "och" before the last.

    >>> write_list(["a", "b", "c"], {"and": "och"})
    'a, b och c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {t['and']} {items[-1]}"
