"""Comments at places of a plan."""

import pytest

from api.store.database import Database
from api.store.plans.comments import (
    MAX_CHARS,
    add_comment,
    check_comment,
    delete_comment,
    list_comments,
    reopen_comment,
    settle_comment,
)
from api.store.plans.errors import CommentRejected, UnknownPart
from tests.api.store.plans.saved import BO, save_new
from tests.fakes.moments import NOON
from tests.kb.plans.working.small_work import MEASURE, PROBLEM, read_with

COMMENT = "c" * 32


@pytest.mark.parametrize("place", ["", PROBLEM, MEASURE])
def test_a_comment_stands_at_the_plan_a_problem_or_a_measure(place: str) -> None:
    assert check_comment(read_with({}), place, " Vem tar det här? ") == "Vem tar det här?"


@pytest.mark.parametrize(("place", "text"), [("problems/9", "Hej"), ("", "  "), ("", "a" * (MAX_CHARS + 1))])
def test_a_comment_elsewhere_or_without_text_is_refused(place: str, text: str) -> None:
    with pytest.raises(CommentRejected):
        check_comment(read_with({}), place, text)


def test_a_comment_is_kept_until_it_is_settled_and_after(database: Database) -> None:
    plan_id = save_new(database)
    with database.session() as session:
        add_comment(session, COMMENT, plan_id, MEASURE, "Vem?", BO, NOON)
    with database.reading() as session:
        assert [(told.place, told.text, told.by, told.settled) for told in list_comments(session, plan_id)] == [
            (MEASURE, "Vem?", BO, None)
        ]
    with database.session() as session:
        settle_comment(session, plan_id, COMMENT, NOON)
    with database.reading() as session:
        assert [told.settled for told in list_comments(session, plan_id)] == [NOON]
    with database.session() as session:
        reopen_comment(session, plan_id, COMMENT)
        delete_comment(session, plan_id, COMMENT)
        assert list_comments(session, plan_id) == []


def test_a_comment_of_another_plan_is_none_of_this(database: Database) -> None:
    plan_id = save_new(database)
    with database.session() as session:
        add_comment(session, COMMENT, plan_id, MEASURE, "Vem?", BO, NOON)
        for other, comment_id in (("0" * 32, COMMENT), (plan_id, "0" * 32)):
            with pytest.raises(UnknownPart):
                settle_comment(session, other, comment_id, NOON)
