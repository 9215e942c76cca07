"""What many tests share: the shipped content, built once, and the command."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from api.store.database import Database
from api.store.engine import make_engine
from api.store.migrate import upgrade
from api.store.places import Places
from cli.main import main
from indexer.build import Plan, build_snapshot, plan_snapshot
from indexer.content.read_content import read_as_reviewed, read_content
from indexer.publish import publish
from kb.embedding.embedder import Embedder
from kb.embedding.load import load_embedder
from kb.models.models import load_models
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.snapshot.open_snapshot import open_current
from kb.snapshot.pointer import point_to
from tests.builders import TODAY
from tests.postgres import PostgresServer, run_postgres
from tests.store_template import bring_up_to_date

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
SLOW = ("benchmarks", "content", "end_to_end", "site")
"""Folders of tests that take the whole product, all pages or all of the content."""

settings.register_profile("no clock", deadline=None)  # pytest's own limit stands; a busy machine is no fault
settings.load_profile("no clock")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of those folders bears the mark that `make check` leaves out."""
    for item in items:
        if any(item.path.is_relative_to(ROOT / "tests" / folder) for folder in SLOW):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", autouse=True)
def _the_command_is_told_the_day() -> Iterator[None]:
    """Every verb takes TODAY for today, in processes of its own as well: no test passes on some days only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_TODAY", TODAY.isoformat())
        yield


@pytest.fixture(scope="session", autouse=True)
def _the_schema_is_migrated_once() -> Iterator[None]:
    """In each process, for every database that its tests open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.store.database.upgrade", bring_up_to_date)
        yield


@pytest.fixture
def on_the_day_of_the_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """Verbs take for today the last day on which the shipped content was read: none of its dates lies ahead."""
    monkeypatch.setenv("KB_TODAY", read_as_reviewed(CONTENT).today.isoformat())


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The model that ships."""
    return load_embedder()


@pytest.fixture(scope="session")
def snapshots(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder, worker_id: str) -> Path:
    """A folder with one published snapshot of the shipped content on the day TODAY; not to be changed.

    The first process builds it for all of a run.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "snapshots-of-the-content"
    with FileLock(f"{folder}.lock"):
        publish(read_content(CONTENT, TODAY), embedder, folder, lambda *_: None)
    return folder


@pytest.fixture(scope="session")
def demo_snapshots(tmp_path_factory: pytest.TempPathFactory, snapshots: Path, embedder: Embedder) -> Path:
    """The shipped content with the made-up experts of the demonstration, on the day TODAY."""
    plan = plan_snapshot(read_content(CONTENT, TODAY, with_demo=True), embedder.model_id)
    return _publish_plan(plan, tmp_path_factory.mktemp("demo"), snapshots, embedder)


@pytest.fixture(scope="session")
def lasting_snapshots(tmp_path_factory: pytest.TempPathFactory, demo_snapshots: Path, embedder: Embedder) -> Path:
    """The same with publications that do not run out, so that experts are shown on any day after TODAY."""
    plan = plan_snapshot(read_content(CONTENT, TODAY, with_demo=True), embedder.model_id)
    experts = tuple(replace(expert, publication_review_by=date.max) for expert in plan.library.experts)
    plan = replace(plan, snapshot_id="lasting", library=replace(plan.library, experts=experts))
    return _publish_plan(plan, tmp_path_factory.mktemp("lasting"), demo_snapshots, embedder)


def _publish_plan(plan: Plan, folder: Path, known: Path, embedder: Embedder) -> Path:
    """The folder, with a snapshot of the plan that takes the vectors of the known one."""
    (folder / plan.snapshot_id).mkdir()
    build_snapshot(plan, embedder, folder / plan.snapshot_id, open_current(known), lambda *_: None)
    point_to(folder, plan.snapshot_id)
    return folder


@pytest.fixture(scope="session")
def searcher(snapshots: Path, embedder: Embedder) -> Searcher:
    """A searcher of the shipped content."""
    return open_searcher(open_current(snapshots), embedder, load_models())


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server, started when the first test asks for one."""
    with run_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def empty() -> str:
    """The name of a database with nothing in it."""
    return "template1"


@pytest.fixture(scope="session")
def migrated(postgres: PostgresServer, empty: str) -> str:
    """The name of a database of that server with the newest schema, that others are copied from."""
    name = "migrated"
    postgres.make_database(name, empty)
    engine = make_engine(postgres.address(name))
    upgrade(engine)
    engine.dispose()
    return name


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture
def places(request: pytest.FixtureRequest, engine_name: str, tmp_path: Path) -> Iterator[Places]:
    """Where a database can be opened, in a folder of the test's own; on PostgreSQL it has its schema already."""
    with _make_place(request, engine_name, tmp_path, "migrated") as place:
        yield place


@pytest.fixture
def empty_places(request: pytest.FixtureRequest, engine_name: str, tmp_path: Path) -> Iterator[Places]:
    """The same without any schema."""
    with _make_place(request, engine_name, tmp_path, "empty") as place:
        yield place


@contextmanager
def _make_place(request: pytest.FixtureRequest, engine_name: str, folder: Path, template: str) -> Iterator[Places]:
    """template : the fixture with the name of the database that a new one of PostgreSQL is a copy of"""
    if engine_name == "sqlite":
        yield Places(folder / "state")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.new_database(request.getfixturevalue(template)) as address:
        yield Places(folder / "state", address)


@pytest.fixture
def database(places: Places) -> Iterator[Database]:
    """An empty database with its schema, on each engine in turn."""
    database = Database(places)
    database.open()
    yield database
    database.close()


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run `kb` with the arguments: exit code, standard output, standard error."""

    def run_command(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        return code, *capfd.readouterr()

    return run_command
