"""Rows for other programs and for eyes: tabs between cells, no heading."""

from collections.abc import Iterable, Sequence


def write_rows(rows: Iterable[Sequence[str]]) -> str:
    r"""One line a row.

    >>> write_rows([["a", "b"], ["c", ""]])
    'a\tb\nc\n'
    """
    return "".join("\t".join(row).rstrip() + "\n" for row in rows)
