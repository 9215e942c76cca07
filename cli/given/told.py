"""What organisations have said of their experts since the snapshot was built, where a database is configured."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.given.store import open_database, read_now, read_store_settings
from cli.settings import open_searcher_at
from cli.today import read_today
from kb.search.searcher import Searcher
from kb.search.told_experts import NOTHING_TOLD, ToldOfExperts, with_told

NAMED = ("KB_STATE", "KB_DATABASE_URL")
"""Without either no database is meant: the usual folder may be that of another service, or of none."""


def open_told_searcher_at(snapshots: Path, model: Path | None, verb: str) -> Searcher:
    """A searcher of the current snapshot under what is told of its experts: a withdrawn profile is in none of it.

    Raises
    ------
    StoreUnusable : a database is named and does not answer, so that nobody knows what is withdrawn
    """
    searcher = open_searcher_at(snapshots, model)
    if not has_database(verb):
        return searcher
    with open_database(verb) as database, database.reading() as session:
        from api.store.experts.told import read_told

        told = read_told(session, read_today(), read_now())
    return with_told(searcher, told)


@contextmanager
def follow_told(verb: str) -> Iterator[Callable[[], ToldOfExperts]]:
    """What gives what is told, read anew every half minute, for as long as the block runs; nothing without a database.

    Raises
    ------
    StoreUnusable : a database is named and does not answer when the block begins
    """
    if not has_database(verb):
        yield lambda: NOTHING_TOLD
        return
    with open_database(verb) as database:
        from api.told_experts import ToldExperts

        yield ToldExperts(database, read_today, read_now)


def has_database(verb: str) -> bool:
    """Whether the environment names a database, and there is one."""
    if not any(os.environ.get(name) for name in NAMED):
        return False
    places = read_store_settings(verb).places
    from api.store.places import DATABASE_NAME

    return bool(places.database_url) or (places.folder / DATABASE_NAME).is_file()
