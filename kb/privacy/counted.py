"""Whether a number says how many: "Storgatan 12 anmälningar" is no address and "KAB 120 ärenden" no plate."""

import re

from kb.privacy.span import SPACE
from kb.privacy.word_lists import endings, word_list

_NEXT_WORD = re.compile(rf"{SPACE}(?P<word>[^\W\d_][^\W_/]{{0,39}}(?:/h)?)")
_MORE_DIGITS = re.compile(rf"{SPACE}?[%\d]|[:.,]\d")


def is_counted(text: str, position: int) -> bool:
    """Whether a unit, a thing that is counted or more digits follow the number that ends at the position."""
    if _MORE_DIGITS.match(text, position):
        return True
    following = _NEXT_WORD.match(text, position)
    word = following["word"].casefold() if following else ""
    return word in word_list("counted") or word.endswith(endings("counted_endings"))
