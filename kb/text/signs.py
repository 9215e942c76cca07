"""What the signs in a query ask for: "these words in this order", and -what is to be left out.

Signs are read in a query of one line and no great length alone: in a longer text a quotation mark quotes, and a hyphen
begins the item of a list.
"""

import re
from dataclasses import dataclass

from kb.text.words import find_words, normalize

MAX_SIGNED_CHARS = 200
_QUOTE = '"”“„«»'
_PHRASE = rf"[{_QUOTE}](?P<phrase>[^{_QUOTE}]*\w[^{_QUOTE}]*)[{_QUOTE}](?!\w)"
_MINUS = r"(?<![^\s])[-−]"
_SIGN = re.compile(rf"(?P<minus>{_MINUS})?(?<!\w){_PHRASE}|{_MINUS}(?P<word>\w[^\s{_QUOTE}]*)")
_HANGING = re.compile(r"(?:\b(?:och|eller|samt|and|or)|\d)\s+$", re.I)
"""Before a hyphen that stands for the first part of a compound ("brottsoffer och -vittnen") or between two numbers."""


@dataclass(frozen=True, slots=True)
class Signs:
    """text : what is searched for, without signs and without what is left out
    phrases, left_out : words and phrases in normal form, in order; no text may lack one of the first, or hold one of
        the second
    """

    text: str
    phrases: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def write(self, text: str) -> str | None:
        """Another text with these signs; None when it lacks a phrase.

        >>> Signs("skola mörk gång", ("mörk gång",), ("torg",)).write("skolan mörk gång")
        'skolan "mörk gång" -torg'
        """
        for phrase in self.phrases:
            if phrase not in text:
                return None
            text = text.replace(phrase, f'"{phrase}"', 1)
        return " ".join([text, *(f'-"{word}"' if " " in word else f"-{word}" for word in self.left_out)])


NO_SIGNS = Signs("")


def read_signs(text: str) -> Signs:
    """The signs of a query; one that only leaves out is read as it stands, for there is nothing to leave it out of.

    >>> read_signs('unga ”öppen drogscen” e-handel -alkohol')
    Signs(text='unga öppen drogscen e-handel', phrases=('öppen drogscen',), left_out=('alkohol',))
    """
    if len(text) > MAX_SIGNED_CHARS or "\n" in text.strip():
        return Signs(text)
    phrases: list[str] = []
    left_out: list[str] = []

    def take(match: re.Match[str]) -> str:
        found = _join(match["phrase"] or match["word"])
        if match["phrase"] and not match["minus"]:
            phrases.append(found)
            return f" {match['phrase'].strip()} "
        if _HANGING.search(text[: match.start()]):
            return match[0]
        left_out.append(found)
        return " "

    rest = " ".join(_SIGN.sub(take, text).split())
    is_searched = any(find_words(rest))
    return Signs(rest, tuple(phrases), tuple(left_out)) if is_searched and (phrases or left_out) else Signs(text)


def _join(words: str) -> str:
    """In normal form, with one blank between words and no sign around them."""
    return re.sub(r"^[^\w§]+|[^\w§]+$", "", " ".join(normalize(words).split()))
