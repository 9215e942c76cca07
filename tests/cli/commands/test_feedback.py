"""`kb feedback`: what users say of answers, listed and taken out."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from api.settings import Settings
from api.store.audit import AuditEntry
from api.store.database import Database
from api.store.learning.feedback import review_feedback
from api.store.learning.tables import FEEDBACK_ABOUT, FEEDBACK_STATES
from api.store.learning.unanswered import count_words
from cli.commands.feedback import ABOUT, STATES
from tests.api.store.learning.said import keep_said
from tests.api.store.learning.test_unanswered import TOWNS
from tests.fakes.moments import NOON

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The database that the verbs use."""
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KB_SNAPSHOTS", str(tmp_path / "snapshots"))
    database = Database(Settings(state=tmp_path / "state").places)
    yield database
    database.close()


def _take(database: Database, **said: Any) -> str:
    feedback_id = keep_said(database, **said)
    with database.session() as session:
        review_feedback(session, feedback_id, "taken", "e" * 32, NOON)
    return feedback_id


def test_the_choices_are_those_of_the_tables() -> None:
    assert (STATES, ABOUT) == (FEEDBACK_STATES, FEEDBACK_ABOUT)


def test_what_is_new_is_listed_a_line_each(run: Run, database: Database) -> None:
    said = keep_said(database, asked="unga\ni gäng", is_right=False, reason="nej")
    _take(database, asked="tagen")
    code, out, err = run("feedback", "list")
    assert (code, out) == (0, f"{said}\t2026-11-22\thit\twrong\tsspf\tunga i gäng\tnej\n")
    assert err == "1 in all\n"
    assert run("feedback", "list", "--verdict", "right")[1] == ""
    assert "tagen" in run("feedback", "list", "--state", "taken", "--about", "hit")[1]


def test_what_editors_took_is_exported_as_examples_and_that_is_logged(run: Run, database: Database) -> None:
    keep_said(database, asked="en ny fråga")
    taken = _take(database)
    code, out, err = run("feedback", "export")
    assert (code, err) == (0, "of 1 that editors have taken\n")
    assert json.loads(out) == {"query": "unga i riskzonen", "relevant": {"sspf": 2}, "avoid": []}
    with database.reading() as session:
        logged = session.scalars(select(AuditEntry.thing).where(AuditEntry.action == "feedback.exported"))
        assert logged.all() == [taken]


def test_tasks_are_exported_by_document(run: Run, database: Database) -> None:
    _take(database, is_right=False, reason="fel ålder")
    code, out, _ = run("feedback", "export", "--tasks")
    told = json.loads(out)
    assert (code, told["document"], told["n_wrong"]) == (0, "content/guidance/sspf.md", 1)
    assert run("feedback", "export")[1] == ""


def test_words_are_listed_from_five_municipalities_on(run: Run, database: Database) -> None:
    for town in TOWNS[:5]:
        assert run("feedback", "words")[1] == ""
        with database.session() as session:
            count_words(session, ["padelbana"], town, NOON)
    assert run("feedback", "words")[:2] == (0, "padelbana\t5\n")
