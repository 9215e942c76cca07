"""Where the pages of cases are."""

LIST = "/arenden"
ASK = "/arenden/nytt"
DESK = "/arbetsbord"
ALLOCATION = "/fordelning"
CASE = "/arenden/{case_id}"


def case_address(case_id: str, page: str = "") -> str:
    """The address of a case, or of one of its pages.

    >>> case_address("3f", "bokning")
    '/arenden/3f/bokning'
    """
    return f"{LIST}/{case_id}/{page}" if page else f"{LIST}/{case_id}"
