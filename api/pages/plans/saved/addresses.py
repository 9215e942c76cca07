"""Where the pages of saved plans are."""

LIST = "/planer"
PLAN = "/planer/{plan_id}"
SHARED = "/delad/{token}"
CALENDAR = "/kalender/{token}.ics"


def plan_address(plan_id: str, page: str = "") -> str:
    """The address of a plan, or of one of its pages.

    >>> plan_address("3f", "dela")
    '/planer/3f/dela'
    """
    return f"{LIST}/{plan_id}/{page}" if page else f"{LIST}/{plan_id}"
