"""Characters as a person reads them: what typesetting and copying added is taken away."""

import re
import unicodedata

_SPACES = dict.fromkeys("\xa0\u2007\u2009\u202f\x0c", " ")
_HYPHENS = dict.fromkeys("\u2010\u2011", "-")
_SYMBOL_BULLETS = dict.fromkeys("\uf0a7\uf0b7\uf0be\uf0d8\uf0fc", "•")
_SYMBOL_BOXES = dict.fromkeys("\uf078\uf0fd\uf0fe", "☒") | dict.fromkeys("\uf06f\uf0a8", "□")
_BREAKS = dict.fromkeys("\x0b\u2028\u2029", "\n")
_PLAIN = str.maketrans(_SPACES | _HYPHENS | _SYMBOL_BULLETS | _SYMBOL_BOXES | _BREAKS)
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SOFT_HYPHEN_AT_END = re.compile("\xad[ \r]*$", re.MULTILINE)
_UNREADABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060\ue000-\uf8ff\ufeff\ufff0-\uffff]"
)
"""Control characters, marks without width, and the private use of fonts."""


def clean_characters(text: str) -> str:
    """The text in NFC with `\\n` and tabs as its only control characters, plain spaces and hyphens, and no ligatures.

    A soft hyphen counts as a hyphen at a line's end, and as nothing elsewhere.

    >>> clean_characters("o\u0308ppna\u00a0dro\xadger,\\u200b stro\ufb00")
    'öppna droger, stroff'
    """
    text = _SOFT_HYPHEN_AT_END.sub("-", text.translate(_PLAIN).replace("\r\n", "\n").replace("\r", "\n"))
    text = _UNREADABLE.sub("", text.encode("utf-8", "ignore").decode())
    return unicodedata.normalize("NFC", _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text))
