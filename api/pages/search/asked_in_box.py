"""What is written in the box of the first page: a question to search with, or a description to match."""

from urllib.parse import urlencode

from kb.privacy import mask_personal_data

MAX_QUESTION_CHARS = 200


def is_question(text: str) -> bool:
    """Whether a text may stand in an address: it is short, and holds no personal data that can be found.

    >>> is_question("ungar som kör epa på torget")
    True
    >>> is_question("ring eleven Kevin på 070-174 06 71")
    False
    """
    text = text.strip()
    return len(text) <= MAX_QUESTION_CHARS and not mask_personal_data(text).counts


def leads_to_search(question: str) -> str:
    """The address of the search for a question.

    >>> leads_to_search(" öppna drogscener\\r\\n")
    '/sok?q=%C3%B6ppna+drogscener'
    >>> leads_to_search("-klotter\\r\\n-buller")
    '/sok?q=klotter+buller'
    """
    lines = [line.strip() for line in question.strip().splitlines()]
    if len(lines) > 1:  # a hyphen that begins a line is that of a list, not one that leaves out
        lines = [line.lstrip("-−") for line in lines]
    return "/sok?" + urlencode({"q": " ".join(" ".join(lines).split())})
