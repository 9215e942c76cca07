"""Words that help to understand a question and hurt somebody when they are read."""

from collections.abc import Iterator

from indexer.content.editorial_list import read_list
from indexer.content.excerpt import quote_excerpt
from indexer.content.fault import Fault
from indexer.content.phrases import make_phrase_finder
from indexer.content.read_content import Content
from indexer.content.shown_text import find_shown_texts


def check_never_shown(content: Content) -> Iterator[Fault]:
    """Words of `editorial/never-shown.csv` in a text that is shown.

    The list is chosen from the problem areas' jargon; most of that is common words, which cannot be tested for.
    """
    words = read_list(content, "never-shown.csv", ("words", "why"))
    yield from words.faults
    finder = make_phrase_finder([row.cells["words"] for row in words.rows])
    for entry in content.entries:
        for shown in find_shown_texts(entry):
            for position, match in finder.find(shown.text):
                value = f"'{match[0]}' in {quote_excerpt(shown.text, match.start(), match.end())}"
                way_out = f"write it otherwise: {words.rows[position].cells['why']}"
                yield Fault(
                    path=entry.file.path, line=shown.line, fault="word never to be shown", value=value, way_out=way_out
                )
