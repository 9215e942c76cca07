"""One public number of a municipality."""

from dataclasses import dataclass

COLUMNS = ("municipality_code", "year", "measure", "value", "source_url")
"""Every file of statistics has these."""
AREA = "area"
"""And may have this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """measure : what is counted, in words; area : slug of the problem area whose size it is, empty for none"""

    municipality_code: str
    year: int
    measure: str
    value: float
    source_url: str
    area: str = ""
