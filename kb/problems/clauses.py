"""A sentence cut where it may go over to another matter: "i centrum snattas det och på skolan röks det"."""

import re

_BREAK = re.compile(r"(?<=[,;])\s+|(?<!\s)\s+(?=(?:och|samt|men|medan|and|but|while)\s)")
_OPENING = re.compile(
    r"(?:(?:och|samt|men|medan|eller|and|but|while|or)\s+)?"
    r"(\d|(?:mest|främst|särskilt|ofta|ibland|bland|både|i|på|vid|av|för|med|till|från|under|efter|innan|mellan|utan|hos|om|att|som"
    r"|mostly|often|in|on|at|by|for|with|to|from|after|before|between|without|that|which)\b)",
    re.IGNORECASE,
)
MAX_CLAUSES = 12
LEAST_WORDS = 5
"""A clause that opens as an addition ("mest på kvällar") and has fewer words, its joining one included, is one."""


def cut_clauses(sentence: str) -> list[str]:
    """The pieces that joined with a space give the sentence; one where nothing invites a cut.

    >>> cut_clauses("Knark, rån och klotter är det som nämns mest.")
    ['Knark,', 'rån', 'och klotter är det som nämns mest.']
    """
    pieces = [piece for piece in _BREAK.split(sentence) if piece]
    return pieces if len(pieces) <= MAX_CLAUSES else [sentence]


def is_addition(clause: str) -> bool:
    """Whether a clause only adds to the one before it: a number goes on, or too few words follow a preposition.

    >>> is_addition("och 15 år blivit av med telefon,"), is_addition("mest på kvällar")
    (True, True)
    >>> is_addition("och på skolan röks det")
    False
    """
    opening = _OPENING.match(clause)
    return opening is not None and (opening[1].isdigit() or len(clause.split()) < LEAST_WORDS)
