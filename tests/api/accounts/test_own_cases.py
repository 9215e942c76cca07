"""What an account asked, wrote and did in cases is its own to take home, and nothing of others."""

import json

from api.accounts.own_cases import collect_own_cases
from api.store.cases.desk.end import decline_case
from api.store.cases.thread.messages import add_message
from api.store.database import Database
from tests.api.store.cases.made import make_advisor, make_case
from tests.api.whole_case import save_whole_case
from tests.fakes.moments import NOON
from tests.store import make_account


def test_what_was_asked_and_written_is_told_whole(database: Database) -> None:
    anna = make_account(database)
    whole = save_whole_case(database, anna, "Torget")
    bo = make_advisor(database, "bo")
    make_case(database, title="Andras")
    with database.session() as session:
        add_message(session, "m" * 32, whole.id, "advisor", "Bos ord", bo, NOON)
        decline_case(session, whole.id, "Bos skäl", "Brå", bo, NOON)
    with database.reading() as session:
        told, of_bo = collect_own_cases(session, anna), collect_own_cases(session, bo)
    assert {case["title"] for case in told["cases"]} == {"Torget"}
    assert [(m["text"], m["files"]) for m in told["case_messages"]] == [("Torget", ["Torget.txt"])]
    assert {event["what"] for event in told["case_events"]} == {"case.created", "case.written"}
    assert "Bos" not in json.dumps(told, ensure_ascii=False)
    assert [event["note"] for event in of_bo["case_events"] if event["what"] == "case.declined"] == ["Bos skäl\n\nBrå"]
    assert of_bo["cases"] == []
