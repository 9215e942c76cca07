"""Where a sign-in leads to afterwards: a page of this site, never of another."""

import re

DEFAULT = "/konto"
_OWN = re.compile(r"/(?![/\\])[\w\-./?=&%+~:,@]{0,500}", re.ASCII)


def read_way_back(path: str) -> str:
    r"""The path if it stays on this site, else that of one's account.

    >>> [read_way_back(path) for path in ("/planer/1?x=2", "//elsewhere.example", "/\\elsewhere.example", "")]
    ['/planer/1?x=2', '/konto', '/konto', '/konto']
    """
    return path if _OWN.fullmatch(path) and not path.startswith("/logga-in") else DEFAULT
