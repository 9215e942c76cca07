"""Rows of a table that lists problems: "Problem: Klotter; Plats: Torget; Antal: 9" tells one, figures or not."""

import re

_COLUMN = re.compile(
    r"(?:problem|händelse|observation|iakttagelse|störning|brottstyp|typ av (?:problem|händelse|störning)"
    r"|incident|type of (?:problem|incident))\w*(?: \([^)]*\))?: ",
    re.IGNORECASE,
)
_YEAR = re.compile(r"; (?:(?:19|20)\d\d|\d\d/\d\d)\b[^:;]*: ")
_NONE = re.compile(r": (?:0|-|–|inga|ingen|inget|none)(?:;|$)", re.IGNORECASE)


def lists_problem(row: str) -> bool:
    """Whether the row's first column is said to hold problems, and no cell says that there are none.

    Columns that are years make it statistics: what is counted in a year is no problem by being counted.

    >>> lists_problem("Problem: Klotter; Plats: Torget; Antal: 9"), lists_problem("Problem: Klotter; Antal: 0")
    (True, False)
    >>> lists_problem("Händelse: Skjutning; 2024: 2; 2025: 5")
    False
    >>> lists_problem("Område: Centrum; Anmälda brott: 212")
    False
    """
    return bool(_COLUMN.match(row)) and not _NONE.search(row) and not _YEAR.search(row)
