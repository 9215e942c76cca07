"""The sheets of a workbook, each under its name."""

import re
from collections.abc import Sequence

from kb.reading.blocks import Block

_NAMED_BY_PROGRAM = re.compile(r"(?:blad|sheet|ark|tabell|table)\s*\d*", re.IGNORECASE)


def name_sheet(name: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a sheet under its name as a heading, unless the program gave it that name or it is empty."""
    name = " ".join(name.split())
    is_named = blocks and name and not _NAMED_BY_PROGRAM.fullmatch(name)
    return [Block(name, "heading", 2), *blocks] if is_named else list(blocks)
