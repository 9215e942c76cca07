"""A word without an answer can be read once five municipalities have asked for it, and nothing before."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from api.accounts.reseal import reseal_all
from api.store.database import Database
from api.store.learning.unanswered import N_TOWNS, count_words, list_words
from api.store.places import Places
from api.store.vault import new_key
from tests.fakes.moments import NOON

TOWNS = ("0180", "1490", "1480", "1280", "0380", "2480")


def _ask(database: Database, town: str, *words: str) -> None:
    with database.session() as session:
        count_words(session, words, town, NOON)


def _read(database: Database) -> dict[str, int]:
    with database.reading() as session:
        return {row.word or "": row.n_queries for row in list_words(session)}


def _all_stored(database: Database) -> str:
    with database.reading() as session:
        tables = ("unanswered_words", "unanswered_from")
        return str([session.execute(text(f"SELECT * FROM {table}")).all() for table in tables])


def test_four_municipalities_are_too_few_however_often_they_ask(database: Database) -> None:
    for town in TOWNS[: N_TOWNS - 1] * 3:
        _ask(database, town, "padelbana")
    stored = _all_stored(database)
    assert _read(database) == {}
    assert "padel" not in stored
    assert [town for town in TOWNS if f"'{town}'" in stored] == []


def test_the_fifth_makes_the_word_readable_with_all_its_queries_and_the_municipalities_are_forgotten(
    database: Database,
) -> None:
    for town in (TOWNS[0], *TOWNS[:N_TOWNS], TOWNS[5]):
        _ask(database, town, "padelbana", f"ord{town}")
    assert _read(database) == {"padelbana": 1 + N_TOWNS + 1}
    with database.reading() as session:
        left = session.execute(text("SELECT word_print FROM unanswered_from")).scalars().all()
        padel = session.execute(text("SELECT word_print FROM unanswered_words WHERE word IS NOT NULL")).scalar_one()
    assert padel not in left


def test_words_are_told_the_most_asked_for_first(database: Database) -> None:
    for town in TOWNS:
        _ask(database, town, "torg", "bana")
    _ask(database, TOWNS[0], "torg")
    assert list(_read(database).items()) == [("torg", 7), ("bana", 6)]


def test_municipalities_that_ask_at_the_same_moment_are_all_counted(database: Database) -> None:
    with ThreadPoolExecutor(len(TOWNS)) as pool:
        list(pool.map(lambda town: _ask(database, town, "torg", "bana", "park"), TOWNS))
    assert _read(database) == dict.fromkeys(("bana", "park", "torg"), len(TOWNS))


def test_a_new_key_goes_on_counting_while_the_old_one_is_there_and_known_words_stay_when_it_leaves(
    tmp_path: Path,
) -> None:
    old, new = new_key(), new_key()
    first = Database(Places(tmp_path, keys=(old,)))
    for town in TOWNS[:N_TOWNS]:
        _ask(first, town, "torg")
    _ask(first, TOWNS[0], "bana")
    first.close()
    both = Database(Places(tmp_path, keys=(new, old)))
    _ask(both, TOWNS[0], "torg", "bana")
    assert _read(both) == {"torg": N_TOWNS + 1}
    reseal_all(both)
    both.close()
    alone = Database(Places(tmp_path, keys=(new,)))
    _ask(alone, TOWNS[5], "torg")
    assert _read(alone) == {"torg": N_TOWNS + 2}
    for town in TOWNS[: N_TOWNS - 1]:
        _ask(alone, town, "bana")
    assert "bana" not in _read(alone)
    alone.close()


def test_when_a_word_was_last_asked_for_is_kept(database: Database) -> None:
    _ask(database, TOWNS[0], "torg")
    with database.session() as session:
        count_words(session, ["torg"], TOWNS[0], NOON + timedelta(days=1))
    with database.reading() as session:
        changed = session.execute(text("SELECT changed, n_queries FROM unanswered_words")).one()
    assert (str(changed[0])[:10], changed[1]) == ("2026-11-23", 2)
