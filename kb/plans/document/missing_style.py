"""A style that a municipality's template has not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MissingStyle:
    """wanted : the names that it is looked for by; used : that of the style that is used instead, None without any"""

    wanted: str
    used: str | None
