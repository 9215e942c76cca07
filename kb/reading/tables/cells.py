"""The parts of a cell as one text."""

import re
from collections.abc import Iterable

_END = re.compile(r"[.,:;!?][”\"’)]*$")


def join_cell(texts: Iterable[str]) -> str:
    """The paragraphs and items of a cell on one line; a comma parts those that do not end themselves.

    >>> join_cell(["Klotter", "Rån.", "Stöld"])
    'Klotter, Rån. Stöld'
    """
    lines = [line for text in texts for line in map(_strip, text.split("\n")) if line]
    ended = [line if _END.search(line[-3:]) else f"{line}," for line in lines[:-1]]
    return " ".join([*ended, *lines[-1:]])


def _strip(line: str) -> str:
    return line.removeprefix("- ").strip()
