"""Where published accounts of practice are, and which are looked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from api.store.exchange.published import WantedPractice

LIST = "/erfarenheter"
REVIEW = "/granska-erfarenheter"
MAX_WORDS_CHARS = 200
MAX_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Looked:
    """wanted : what is looked for; page : from 1"""

    wanted: WantedPractice
    page: int

    def address(self, page: int) -> str:
        """The page of the list that it chooses."""
        wanted = self.wanted
        asked = {"q": wanted.words, "metod": wanted.method, "omrade": wanted.area, "lan": wanted.county}
        told = {name: value for name, value in asked.items() if value}
        return f"{LIST}?{urlencode(told | {'sida': str(page)})}"


def read_looked(sent: Mapping[str, str]) -> Looked:
    """What the address asks for.

    >>> read_looked({"q": "skola", "sida": "2"}).address(2)
    '/erfarenheter?q=skola&sida=2'
    """
    page = sent.get("sida", "")
    return Looked(
        WantedPractice(
            words=sent.get("q", "").strip()[:MAX_WORDS_CHARS],
            method=sent.get("metod", "")[:100],
            area=sent.get("omrade", "")[:100],
            county=sent.get("lan", "")[:2],
        ),
        min(max(1, int(page)), MAX_PAGE) if page.isdecimal() and len(page) < 6 else 1,
    )
