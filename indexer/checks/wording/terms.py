"""One word per idea: the editors' word list."""

from collections.abc import Iterator
from re import Match

from indexer.content.editorial_list import read_list
from indexer.content.excerpt import quote_excerpt
from indexer.content.fault import Fault
from indexer.content.phrases import make_phrase_finder
from indexer.content.read_content import Content
from indexer.content.shown_text import find_shown_texts

SENTENCE_ENDS = '.!?:"”(–'


def check_terms(content: Content) -> Iterator[Fault]:
    """Words of `editorial/terms.csv` in shown text, each with the word to write instead.

    The list may name a spelling that differs from the right one in capitals alone: BRÅ for Brå.
    """
    terms = read_list(content, "terms.csv", ("wrong", "right", "why"))
    yield from terms.faults
    finder = make_phrase_finder([row.cells["wrong"] for row in terms.rows])
    for entry in content.entries:
        for shown in find_shown_texts(entry):
            for position, match in finder.find(shown.text):
                cells = terms.rows[position].cells
                if not _is_right(match, cells["right"]):
                    way_out = f"write '{cells['right']}': {cells['why']}"
                    value = f"'{match[0]}' in {quote_excerpt(shown.text, match.start(), match.end())}"
                    yield Fault(
                        path=entry.file.path, line=shown.line, fault="term to avoid", value=value, way_out=way_out
                    )


def _is_right(match: Match[str], right: str) -> bool:
    """The right word itself, which begins with a capital where a sentence does."""
    before = match.string[: match.start()].rstrip()
    begins_sentence = not before or before[-1] in SENTENCE_ENDS
    return match[0] == right or (begins_sentence and match[0] == right[0].upper() + right[1:])
