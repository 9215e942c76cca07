"""What of a query may be counted: ordinary words as the dictionary has them, nothing that could point somebody out."""

import re
from collections.abc import Iterator

from kb.privacy import drop_masks, mask_personal_data
from kb.text.dictionary import find_common_lemmas
from kb.text.stop_words import STOP_WORDS
from kb.text.words import find_words

MIN_CHARS = 3
MAX_WORDS = 100
"""Of one text: a long description has words by the thousand, of which the first tell what it is about."""
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:\n])\W*$")


def list_countable_words(text: str) -> list[str]:
    """The dictionary forms of the text's words, each once, in order; personal data is masked first.

    Left out is what has a digit, says nothing by itself, is not in the dictionary, or is written as a name.

    >>> list_countable_words("Ring eleven Kevin på 070-174 06 71: A-traktorerna på Lindtorget, igen")
    ['ring', 'elev', 'traktor', 'igen']
    """
    return list(dict.fromkeys(_list_lemmas(drop_masks(mask_personal_data(text).text))))[:MAX_WORDS]


def _list_lemmas(text: str) -> Iterator[str]:
    for word in find_words(text):
        if not word.form.isalpha() or len(word.form) < MIN_CHARS or word.form in STOP_WORDS:
            continue
        if text[word.first].isupper() and not _BEGINS_SENTENCE.search(text[max(0, word.first - 20) : word.first]):
            continue
        if lemmas := find_common_lemmas(word.form):
            yield lemmas[0]
