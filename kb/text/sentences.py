"""A text's sentences, as LIX counts them."""

import re

ABBREVIATIONS = frozenset(
    {"bl.a.", "ca.", "dvs.", "jfr.", "kap.", "kl.", "m.fl.", "nr.", "prop.", "s.", "s.k.", "t.ex."}
)
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?![a-zåäö])|(?<=:)\s+")


def split_sentences(text: str) -> list[str]:
    """The sentences of a text; full stop, question mark, exclamation mark and colon end one, an abbreviation does not.

    >>> split_sentences("Det står i prop. 2024/25:65. Gör så här: ring 112!")
    ['Det står i prop. 2024/25:65.', 'Gör så här:', 'ring 112!']
    """
    sentences: list[str] = []
    for piece in _END.split(text):
        if sentences and sentences[-1].split(" ")[-1].casefold() in ABBREVIATIONS:
            sentences[-1] += f" {piece}"
        elif re.search(r"\w", piece):
            sentences.append(piece)
    return sentences
