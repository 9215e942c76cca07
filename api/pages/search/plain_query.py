"""Which free text may stand in an address: addresses are kept in histories and logs, descriptions are not."""

from kb.privacy import mask_personal_data

MAX_CHARS = 200
"""Longer is a description."""


def may_stand_in_address(text: str) -> bool:
    """Whether the text is a short query in which nothing needs masking.

    >>> may_stand_in_address("unga som kör epa"), may_stand_in_address("ring 070-174 06 71")
    (True, False)
    """
    return len(text) <= MAX_CHARS and not mask_personal_data(text).counts
