"""What the comparison asks of an engine, and the engines by name."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol

Corpus = Mapping[str, tuple[str, str]]
"""id -> (title, text)."""


class Engine(Protocol):
    """A corpus, indexed."""

    def rank(self, query: str, n: int) -> Mapping[str, Sequence[str]]:
        """way -> at most n ids, best first; one entry for an engine with one way of ranking."""
        ...


ENGINES: Mapping[str, str] = {
    "bm25s, words": "bm25s_words",
    "SQLite FTS5, unicode61": "sqlite_fts5",
    "tantivy, Swedish stems": "tantivy_stems",
    "txtai, hybrid": "txtai_hybrid",
    "till-handling": "till_handling",
}
"""Name -> the module that builds it."""


def build_engine(name: str, corpus: Corpus) -> Engine:
    """The engine with the corpus in its index.

    Raises
    ------
    ImportError : the engine's library is not installed (the extra `benchmarks`)
    """
    engine: Engine = import_module(f"benchmarks.engines.{ENGINES[name]}").build(corpus)
    return engine
