"""Reminders leave by themselves where the service has a mail server and an address."""

import asyncio

import pytest

from api.reminders.daily import make_post, remind_daily
from api.settings import Settings
from api.store.database import Database
from api.store.plans.adopt import adopt_plan
from api.store.plans.save import save_fields
from tests.api.store.plans.saved import save_new
from tests.fakes.moments import NOON
from tests.mail import run_mail_server
from tests.store import EMAIL, make_account

SERVER = {"mail_server": "smtp://127.0.0.1:1"}
ADDRESS = {"public_url": "https://stod.example.se"}


@pytest.mark.parametrize("told", [{}, SERVER, ADDRESS])
def test_without_a_mail_server_or_an_address_none_is_sent(told: dict[str, str], database: Database) -> None:
    post = make_post(Settings.model_validate(told))
    assert post is None
    asyncio.run(remind_daily(database, post, NOON.date, lambda: NOON))  # which is over at once


def test_it_is_done_as_soon_as_the_service_runs(database: Database) -> None:
    anna, plan_id = make_account(database), save_new(database)
    with database.session() as session:
        save_fields(session, plan_id, 0, {"follow_up": str(NOON.date())}, anna, NOON)
        adopt_plan(session, plan_id, 1, (NOON.date(), "KS", ""), anna, NOON)
    with run_mail_server() as mailbox:
        post = make_post(Settings.model_validate({**ADDRESS, "mail_server": mailbox.url}))

        async def run_a_moment() -> None:
            task = asyncio.create_task(remind_daily(database, post, NOON.date, lambda: NOON))
            while not mailbox.messages:
                await asyncio.sleep(0.01)
            task.cancel()

        asyncio.run(asyncio.wait_for(run_a_moment(), timeout=60))
    assert [message["To"] for message in mailbox.messages] == [EMAIL]
