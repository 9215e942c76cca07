"""Where answers are judged, and where judgements are read."""

import re
from urllib.parse import urlencode

JUDGE = "/omdome"
THANKS = f"{JUDGE}/{{feedback_id}}"
REASON = f"{THANKS}/skal"
JUDGEMENTS = "/omdomen"
_SEARCH = re.compile(r"/sok\?[\w\-./?=&%+~:,@*]{1,2000}", re.ASCII)


def read_search(path: str) -> str:
    """The path if it is that of a search here, else nothing.

    >>> read_search("/sok?q=epa&page=2"), read_search("//elsewhere.example/sok?q=epa")
    ('/sok?q=epa&page=2', '')
    """
    return path if _SEARCH.fullmatch(path) else ""


def thanks_address(feedback_id: str, search: str) -> str:
    """The page that thanks, asks why, and leads back to the search."""
    return THANKS.format(feedback_id=feedback_id) + (f"?{urlencode({'till': search})}" if search else "")
