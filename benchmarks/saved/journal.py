"""What an editor was told, and what it had sent when the server died."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Save:
    """fields : as they were sent, those in conflict left out; version : that the answer told"""

    version: int
    fields: Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """A request that makes one thing, however often it is sent.

    text : by which what was made is counted; key : of the request
    """

    kind: str
    text: str
    key: str


@dataclass(slots=True)
class Journal:
    """mine : path -> the text that was last said to be saved, of the fields that this editor alone writes

    sending : the fields of the save that was not answered; made, adopted : what was said to be
    """

    saves: list[Save] = field(default_factory=list)
    mine: dict[str, str] = field(default_factory=dict)
    made: list[Once] = field(default_factory=list)
    adopted: list[str] = field(default_factory=list)
    sending: Fields = field(default_factory=dict)
    n_twice: int = 0
    n_conflicts: int = 0
