"""An account of practice is sealed until it is published, reviewed as it was read, and gone when it is withdrawn."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from api.store.database import Database
from api.store.exchange.erase import PRACTICE_KEPT, erase_old_practice
from api.store.exchange.errors import PracticeChanged, PracticeNotOpen, PracticeRejected, UnknownPractice
from api.store.exchange.practice import (
    find_of_plan,
    list_of_plan,
    list_submitted,
    review_practice,
    submit_practice,
    withdraw_practice,
    write_practice,
)
from api.store.exchange.published import WantedPractice, find_published, list_published
from api.store.exchange.texts import MAX_TEXT_CHARS, PracticeTexts, load_texts, read_texts
from api.store.plans.erase import erase_plan
from tests.api.store.exchange.told import EDITOR, TEXTS, begin, publish, submit
from tests.api.store.plans.saved import ANNA, save_new
from tests.fakes.moments import NOON

PUBLIC = ("published_practice", "practice_words")


def _rows(database: Database, *tables: str) -> str:
    with database.reading() as session:
        return str([session.execute(text(f"SELECT * FROM {table}")).all() for table in tables])


def _found(database: Database, words: str = "", **wanted: str) -> list[str]:
    with database.reading() as session:
        return [row.id for row in list_published(session, WantedPractice(words=words, **wanted)).rows]


def test_what_is_written_lies_sealed_until_an_editor_takes_it(database: Database) -> None:
    plan_id = save_new(database)
    practice_id = begin(database, plan_id)
    submit(database, practice_id)
    assert "torget" not in _rows(database, "practice_accounts", *PUBLIC)
    with database.session() as session:
        review_practice(session, practice_id, "published", "", 1, EDITOR, NOON)
    assert "torget" in _rows(database, "published_practice")
    assert "torget" not in _rows(database, "practice_accounts")


def test_only_what_is_published_is_found(database: Database) -> None:
    plan_id = save_new(database)
    practice_id = begin(database, plan_id)
    submit(database, practice_id)
    assert _found(database) == []
    with database.reading() as session, pytest.raises(UnknownPractice):
        find_published(session, practice_id)


@pytest.mark.parametrize("words", ["nattvandringar", "torgen", "föreningen på torg", "frågade ungdom", "Trygg"])
def test_words_are_found_in_all_their_forms(database: Database, words: str) -> None:
    practice_id = publish(database, save_new(database))
    other = {"title": "Belysning", "done": "Vi bytte lampor.", "figures": "Färre skador.", "otherwise": "Inget."}
    publish(database, save_new(database), **other)
    assert _found(database, words) == [practice_id]


def test_most_of_the_words_come_first(database: Database) -> None:
    plan_id = save_new(database)
    one = publish(database, plan_id, title="Belysning vid skolan")
    two = publish(database, plan_id, title="Belysning i parken")
    assert _found(database, "belysningen vid skolor") == [one, two]
    assert _found(database, "belysningen i parker") == [two, one]


def test_they_are_narrowed_by_method_area_and_county(database: Database) -> None:
    plan_id = save_new(database)
    here = publish(database, plan_id, "1490", method="sspf", area="narkotika")
    there = publish(database, plan_id, "0180", method="nattvandring", area="skadegorelse")
    assert _found(database, method="sspf") == [here]
    assert _found(database, area="skadegorelse") == [there]
    assert _found(database, county="14") == [here]
    assert _found(database, "torget", county="01", method="sspf") == []


def test_what_is_withdrawn_is_erased_from_what_is_public(database: Database) -> None:
    plan_id = save_new(database)
    practice_id = publish(database, plan_id)
    with database.session() as session:
        withdraw_practice(session, find_of_plan(session, plan_id, practice_id, to_write=True), ANNA, NOON)
    assert _found(database, "nattvandring") == []
    assert _rows(database, *PUBLIC) == "[[], []]"
    with database.session() as session:  # written and published again
        row = find_of_plan(session, plan_id, practice_id, to_write=True)
        write_practice(session, row, TEXTS, 1, ANNA, NOON)
        submit_practice(session, row, ANNA, NOON)
        review_practice(session, practice_id, "published", "", 2, EDITOR, NOON)
    assert _found(database, "nattvandring") == [practice_id]


def test_an_editor_publishes_what_was_read_and_nothing_newer(database: Database) -> None:
    plan_id = save_new(database)
    practice_id = begin(database, plan_id)
    submit(database, practice_id)
    with database.session() as session:
        row = find_of_plan(session, plan_id, practice_id, to_write=True)
        withdraw_practice(session, row, ANNA, NOON)
        write_practice(session, row, TEXTS, None, ANNA, NOON)
        submit_practice(session, row, ANNA, NOON)
    with database.session() as session, pytest.raises(PracticeChanged):
        review_practice(session, practice_id, "published", "", 1, EDITOR, NOON)
    assert _found(database) == []


def test_what_is_sent_back_has_a_reason_and_is_written_again(database: Database) -> None:
    plan_id = save_new(database)
    practice_id = begin(database, plan_id)
    submit(database, practice_id)
    with database.session() as session, pytest.raises(PracticeRejected, match="reason"):
        review_practice(session, practice_id, "returned", "", 1, EDITOR, NOON)
    with database.session() as session:
        review_practice(session, practice_id, "returned", "Vad kostade det?", 1, EDITOR, NOON)
        assert list_submitted(session) == []
    with database.session() as session:
        row = find_of_plan(session, plan_id, practice_id, to_write=True)
        assert (row.state, row.reason) == ("returned", "Vad kostade det?")
        write_practice(session, row, PracticeTexts(title="Ny"), 1, ANNA, NOON)
        assert (load_texts(row.texts).title, row.version) == ("Ny", 2)


def test_what_an_editor_has_is_not_written(database: Database) -> None:
    plan_id = save_new(database)
    practice_id = publish(database, plan_id)
    with database.session() as session, pytest.raises(PracticeNotOpen, match="published"):
        write_practice(session, find_of_plan(session, plan_id, practice_id), TEXTS, None, ANNA, NOON)
    with database.session() as session, pytest.raises(PracticeNotOpen):
        review_practice(session, practice_id, "declined", "Nej", 1, EDITOR, NOON)


def test_what_is_not_whole_is_not_sent_and_what_is_too_long_not_written(database: Database) -> None:
    practice_id = begin(database, save_new(database), otherwise="", took="")
    with pytest.raises(PracticeRejected, match=r"(?s)took: empty.*otherwise: empty"):
        submit(database, practice_id)
    with pytest.raises(PracticeRejected, match="done: 2001 characters; at most 2000"):
        read_texts({"done": "x" * (MAX_TEXT_CHARS + 1)})


def test_a_plan_has_its_own_accounts_alone_and_takes_them_with_it(database: Database) -> None:
    plan_id, other = save_new(database), save_new(database)
    practice_id = publish(database, plan_id)
    with database.reading() as session, pytest.raises(UnknownPractice):
        find_of_plan(session, other, practice_id)
    with database.session() as session:
        erase_plan(session, plan_id, ANNA, NOON)
    assert _rows(database, "practice_accounts", *PUBLIC) == "[[], [], []]"


def test_what_was_never_published_is_erased_for_its_age(database: Database) -> None:
    plan_id = save_new(database)
    begin(database, plan_id)
    published = publish(database, plan_id)
    with database.session() as session:
        assert erase_old_practice(session, NOON + PRACTICE_KEPT) == 0
        assert erase_old_practice(session, NOON + PRACTICE_KEPT + timedelta(seconds=1)) == 1
        assert [row.id for row in list_of_plan(session, plan_id)] == [published]
