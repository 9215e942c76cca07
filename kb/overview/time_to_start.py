"""How long a method takes to start, in the document's own sentences; nothing where it does not tell."""

import re
from collections.abc import Iterator

from kb.documents import Guidance
from kb.matching.sentences import list_sentences

HEADINGS = ("Vad krävs", "Så gör ni")
_SPAN = re.compile(
    r"\b(?:\d+|halv|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|några)\s"
    r"(?:till\s\w+\s)?(?:dags?|dagar|veckas?|veckor|månads?|månader|termin|terminer)\b|\bhalvår\b",
    re.IGNORECASE,
)
"""Years are left out: an age, or how long to go on."""
_START = re.compile(r"\b(?:start|börja|igång|inför|utbild)", re.IGNORECASE)
_MEASURES = re.compile(r"^(?:mät|följ|redovisa|räkna)\b", re.IGNORECASE)
"""A sentence that is about following up has days too, of another kind."""


def list_start_times(document: Guidance) -> tuple[str, ...]:
    """The sentences that tell how long it takes before the method runs, in the order in which they are read."""
    return tuple(dict.fromkeys(text for text in _list_texts(document) if _tells_start(text)))


def _list_texts(document: Guidance) -> Iterator[str]:
    for heading in HEADINGS:
        for section in document.sections:
            if section.heading == heading:
                yield from list_sentences(section.text)


def _tells_start(sentence: str) -> bool:
    return bool(_SPAN.search(sentence) and _START.search(sentence) and not _MEASURES.search(sentence))
