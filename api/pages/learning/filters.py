"""Which judgements are shown, as the address of the page has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from api.pages.learning.addresses import JUDGEMENTS
from api.store.learning.feedback import Wanted
from api.store.learning.tables import FEEDBACK_ABOUT, FEEDBACK_STATES

ALL = "all"
VERDICTS: Mapping[str, bool] = {"right": True, "wrong": False}
CHOICES: Mapping[str, tuple[str, ...]] = {
    "state": (*FEEDBACK_STATES, ALL),
    "about": (ALL, *FEEDBACK_ABOUT),
    "verdict": (ALL, *VERDICTS),
}
"""Name -> what it may be; the first where nothing, or something else, is asked for."""
NAMES = (*CHOICES, "page")
MAX_PAGE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Each one of its CHOICES; page : from 1"""

    state: str
    about: str
    verdict: str
    page: int = 1

    @property
    def wanted(self) -> Wanted:
        state = next((state for state in FEEDBACK_STATES if state == self.state), None)
        about = next((about for about in FEEDBACK_ABOUT if about == self.about), None)
        return Wanted(state, about, VERDICTS.get(self.verdict))

    def address(self, page: int = 1, **more: str) -> str:
        """The page of judgements that they choose. more : told beside them"""
        asked = {"state": self.state, "about": self.about, "verdict": self.verdict, "page": str(page)}
        return f"{JUDGEMENTS}?{urlencode(asked | more)}"


def read_filters(sent: Mapping[str, str]) -> Filters:
    """What was sent, with the first choice for what is none.

    >>> read_filters({"verdict": "wrong", "state": "x", "page": "2"}).address(2)
    '/omdomen?state=new&about=all&verdict=wrong&page=2'
    """
    chosen = {name: _choose(sent.get(name, ""), choices) for name, choices in CHOICES.items()}
    return Filters(state=chosen["state"], about=chosen["about"], verdict=chosen["verdict"], page=_read_page(sent))


def _choose(sent: str, choices: tuple[str, ...]) -> str:
    return sent if sent in choices else choices[0]


def _read_page(sent: Mapping[str, str]) -> int:
    text = sent.get("page", "")
    return min(max(1, int(text)), MAX_PAGE) if text.isdecimal() and len(text) < 6 else 1
