"""All that is kept of an account, and nothing left of it once it is deleted."""

import json
from datetime import timedelta

from sqlalchemy import text

from api.access.current_account import find_signed_in
from api.accounts.links import make_link, use_link
from api.accounts.own_advice import list_own_advice
from api.accounts.own_data import collect_own_data, delete_account
from api.accounts.own_exchange import collect_own_exchange
from api.accounts.own_expert_side import collect_own_expert_side
from api.accounts.own_plans import collect_own_plans
from api.store.database import Database
from api.store.exchange.agreements import give_agreement
from api.store.experts.calendars import ToldCalendar, save_calendar
from api.store.experts.consents import give_consent
from api.store.experts.invitations import make_invitation
from api.store.experts.reviews import send_review
from api.store.plans import links
from api.store.plans.adopt import adopt_plan
from api.store.plans.comments import add_comment
from api.store.plans.save import save_fields
from api.store.tables import TABLES
from tests.api.store.cases.advised import ADVISOR, give_advice, make_done
from tests.api.store.exchange.told import begin
from tests.api.store.plans.saved import ANNA, BO, save_new
from tests.fakes.moments import NOON
from tests.store import EMAIL, make_account


def test_what_is_kept_is_told_whole(database: Database) -> None:
    account_id = make_account(database)
    path = make_link(database, EMAIL, NOON) or ""
    account = find_signed_in(database, use_link(database, path.split("/")[-1], NOON), NOON)
    assert account
    told = collect_own_data(database, account)
    assert told["account"]["email"] == EMAIL
    assert told["account"]["scope"] == {"kind": "municipality", "code": "1490"}
    assert [entry["begun"] for entry in told["sign_ins"]] == [NOON.isoformat()]
    assert [(entry["action"], entry["at"]) for entry in told["audit"]] == [("sign-in.begun", NOON.isoformat())]
    assert account_id == told["account"]["id"]


def test_what_was_written_in_plans_is_told_and_nothing_of_others(database: Database) -> None:
    anna, plan_id = make_account(database), save_new(database)
    week = timedelta(days=7)
    with database.session() as session:
        save_fields(session, plan_id, 0, {"title": "Annas"}, anna, NOON)
        save_fields(session, plan_id, 1, {"summary": "Bos"}, BO, NOON)
        for comment_id, by in (("c" * 32, anna), ("d" * 32, BO)):
            add_comment(session, comment_id, plan_id, "", f"Av {by}", by, NOON)
            links.make_link(session, plan_id, "read", f"Av {by}", week, by, NOON)
        adopt_plan(session, plan_id, 2, (NOON.date(), "KS", "§ 1"), anna, NOON)
        told = collect_own_plans(session, anna)
    assert [save["written"] for save in told["plan_saves"]] == [{"title": "Annas"}]
    assert [comment["text"] for comment in told["plan_comments"]] == [f"Av {anna}"]
    assert [link["name"] for link in told["plan_links"]] == [f"Av {anna}"]
    assert [decision["paragraph"] for decision in told["plan_adoptions"]] == ["§ 1"]
    assert "Bos" not in json.dumps(told, ensure_ascii=False)


def test_the_advice_that_was_written_down_is_told_and_none_of_others(database: Database) -> None:
    with database.session() as session:
        case_id = make_done(session, experts=())
        give_advice(session, case_id, offered="Genomgång.")
        told = list_own_advice(session, ADVISOR)
        assert [(one["case"], one["offered"], one["hours"]) for one in told] == [(case_id, "Genomgång.", 1.5)]
        assert list_own_advice(session, "c" * 32) == []


def test_what_was_said_for_an_organisation_is_told_and_nothing_of_others(database: Database) -> None:
    anna = make_account(database)
    with database.session() as session:
        for by in (anna, BO):
            send_review(session, "rad", {"cost": f"Av {by}"}, by, NOON)
            give_consent(session, f"rad-{by[:1]}", "quality", by, NOON)
            make_invitation(session, "rad", f"{by[:3]}@example.se", by, NOON)
        save_calendar(session, "rad", ToldCalendar(20, 2, ()), anna, NOON, NOON.date())
        told = collect_own_expert_side(session, anna)
    assert [review["changes"] for review in told["expert_reviews"]] == [{"cost": f"Av {anna}"}]
    assert [consent["purpose"] for consent in told["expert_consents"]] == ["quality"]
    assert [invitation["address"] for invitation in told["expert_invitations"]] == [f"{anna[:3]}@example.se"]
    assert [calendar["hours_per_month"] for calendar in told["expert_calendars"]] == [20]
    assert BO not in json.dumps(told)


def test_what_was_told_other_municipalities_is_told_and_nothing_of_others(database: Database) -> None:
    plan_id = save_new(database)
    begin(database, plan_id)
    with database.session() as session:
        give_agreement(session, plan_id, ["narkotika"], "0325-180 00", BO, NOON)
        annas, bos = (collect_own_exchange(session, by) for by in (ANNA, BO))
    assert [one["texts"]["title"] for one in annas["practice_accounts"]] == ["Nattvandring i centrum"]
    assert annas["exchange_agreements"] == bos["practice_accounts"] == []
    assert [one["contact"] for one in bos["exchange_agreements"]] == ["0325-180 00"]


def test_of_a_deleted_account_its_id_alone_stays_in_the_log(database: Database) -> None:
    account_id = make_account(database)
    path = make_link(database, EMAIL, NOON) or ""
    account = find_signed_in(database, use_link(database, path.split("/")[-1], NOON), NOON)
    assert account
    delete_account(database, account, NOON)
    with database.reading() as session:
        left = {
            table.__tablename__: session.execute(text(f"SELECT * FROM {table.__tablename__}")).all() for table in TABLES
        }
    assert {name for name, rows in left.items() if account_id in str(rows)} == {"audit"}
    assert {row.action for row in left["audit"]} == {"sign-in.begun", "account.deleted"}
