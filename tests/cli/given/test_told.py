"""Commands that read a snapshot know what organisations have said since, where a database is configured."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from api.settings import Settings
from api.store.database import Database
from api.store.experts.consents import withdraw_consent
from api.store.places import DATABASE_NAME
from cli.given.told import follow_told
from tests.fakes.moments import NOON

pytestmark = pytest.mark.day

Run = Callable[..., tuple[int, str, str]]
SLUG = "radgivare"
DESCRIPTION = "Klotter på skolans fasad.\n\nUngdomar använder narkotika i parken.\n"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a database in which the publication of SLUG is withdrawn; the environment does not name it yet."""
    for name in ("KB_STATE", "KB_DATABASE_URL", "KB_STORE_KEY"):
        monkeypatch.delenv(name, raising=False)
    database = Database(Settings(state=tmp_path / "state").places)
    with database.session() as session:
        withdraw_consent(session, SLUG, "publication", "b" * 32, NOON)
    database.close()
    return tmp_path / "state"


def list_experts(run: Run, snapshots: Path, folder: Path) -> set[str]:
    """Slugs of those that a match suggests or names as busy."""
    file = folder / "lagesbild.md"
    file.write_text(DESCRIPTION, encoding="utf-8")
    code, out, err = run("match", file, "--json", "--snapshots", snapshots)
    assert (code, err) == (0, "")
    return {expert["slug"] for problem in json.loads(out)["problems"] for expert in problem["experts"]}


def test_a_withdrawn_profile_is_in_no_match_of_the_command(
    run: Run, state: Path, small_snapshots: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert SLUG in list_experts(run, small_snapshots, tmp_path)
    monkeypatch.setenv("KB_STATE", str(state))
    assert SLUG not in list_experts(run, small_snapshots, tmp_path)


def test_an_assistant_is_told_too(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with follow_told("mcp") as told:
        assert told().withdrawn == frozenset()
    monkeypatch.setenv("KB_STATE", str(state))
    with follow_told("mcp") as told:
        assert told().withdrawn == {SLUG}


def test_a_database_that_does_not_answer_ends_the_command(
    run: Run, state: Path, small_snapshots: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_DATABASE_URL", "postgresql://kb@127.0.0.1:9/kb?connect_timeout=1")
    monkeypatch.setenv("KB_STATE", str(state))
    (tmp_path / "lagesbild.md").write_text(DESCRIPTION, encoding="utf-8")
    code, out, err = run("match", tmp_path / "lagesbild.md", "--snapshots", small_snapshots)
    assert (code, out) == (1, "")
    assert "the database cannot be used" in err


def test_a_folder_without_a_database_stays_so(
    run: Run, small_snapshots: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_STATE", str(tmp_path / "new"))
    assert SLUG in list_experts(run, small_snapshots, tmp_path)
    assert not (tmp_path / "new" / DATABASE_NAME).exists()
