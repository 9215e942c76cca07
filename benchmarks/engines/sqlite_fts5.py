"""SQLite's full-text search: any word of the query, unicode61 that keeps å, ä and ö, its own bm25()."""

import sqlite3
from collections.abc import Mapping, Sequence

from benchmarks.engines.engine import Corpus
from kb.text.words import find_words


class SqliteFts5:
    """An index in memory."""

    def __init__(self, corpus: Corpus) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE texts USING "
            "fts5(id UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 0')"
        )
        rows = ((name, title, text) for name, (title, text) in corpus.items())
        self._database.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)

    def rank(self, query: str, n: int) -> Mapping[str, Sequence[str]]:
        asked = " OR ".join(f'"{word.form}"' for word in find_words(query))
        found = self._database.execute("SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?", (asked, n))
        return {"words": [name for (name,) in found]}


def build(corpus: Corpus) -> SqliteFts5:
    """The corpus in SQLite."""
    return SqliteFts5(corpus)
