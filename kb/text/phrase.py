"""A phrase found in texts: its words in their order, inflected as they are written."""

import re
from functools import lru_cache
from itertools import pairwise

from kb.text.words import find_words

_TOKEN = re.compile(r"\w+|[§%]")
_SIGNS = "§%"
_BETWEEN = r"[^\w§%]{1,4}"
"""A blank, a hyphen or a comma with its blank, a line break with Markdown's marks."""


@lru_cache(maxsize=1024)
def compile_phrase(phrase: str, is_case_exact: bool = False) -> re.Pattern[str]:
    """A pattern that finds the phrase, in any case unless told otherwise.

    >>> compile_phrase("mörk gångtunnel").search("En mörk  gångtunnel.").span()
    (3, 19)
    >>> compile_phrase("10 kap. 2 §").search("enligt 10 kap 2§")[0]
    '10 kap 2§'
    """
    tokens = _TOKEN.findall(phrase)
    pattern = re.escape(tokens[0])
    for before, token in pairwise(tokens):
        may_touch = before in _SIGNS or token in _SIGNS
        pattern += (_BETWEEN.replace("1", "0") if may_touch else _BETWEEN) + re.escape(token)
    return re.compile(rf"(?<!\w){pattern}(?!\w)", 0 if is_case_exact else re.I)


def list_words(phrase: str) -> tuple[str, ...]:
    """The words that a text must have to hold the phrase, in normal form; parts of a word stand for it."""
    return tuple(word.form for token in _TOKEN.findall(phrase) for word in find_words(token))
