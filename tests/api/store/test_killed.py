"""A process that saves is killed at any moment: what it said was saved is there, and nothing is half there."""

import subprocess
import sys

import pytest
from sqlalchemy import func, select

from api.store.api_keys import ApiKey
from api.store.database import Database
from api.store.places import Places
from tests.root import ROOT

pytestmark = pytest.mark.slow
N_KILLS = 8
MOST_BEFORE_KILL = 40


def _save_until_killed(places: Places, n_before: int) -> list[str]:
    """What was said to be saved; the process is killed once it has said so n_before times."""
    address = [places.database_url] if places.database_url else []
    command = [sys.executable, "-m", "tests.api.store.write_forever", str(places.folder), *address]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = [process.stdout.readline().strip() for _ in range(n_before)]
        process.kill()
        said += process.stdout.read().splitlines()
    return said


def test_nothing_that_was_said_to_be_saved_is_lost_and_nothing_is_half_there(
    database: Database, places: Places
) -> None:
    said: list[str] = []
    for number in range(N_KILLS):
        said += _save_until_killed(places, 1 + number * MOST_BEFORE_KILL // N_KILLS)
    with database.reading() as session:
        counted = session.execute(select(ApiKey.name, func.count()).group_by(ApiKey.name))
        halves = {name: n_halves for name, n_halves in counted}  # noqa: C416  a row is no tuple to the type checker
    assert len(said) >= N_KILLS
    assert [pair for pair in said if pair not in halves] == []
    assert set(halves.values()) == {2}
