"""A service in which organisations answer for their profiles: of a few, so that each test has one of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from indexer.build import Plan, build_snapshot
from kb.documents import Library
from kb.embedding.embedder import Embedder
from kb.registers import Registers
from kb.snapshot.pointer import point_to
from tests.api.conftest import make_app
from tests.api.expert_side.side import OTHER, SLUG, Side
from tests.builders import make_area, make_expert, make_guidance
from tests.fakes.clock import SetClock
from tests.fakes.moments import SetMoments


@pytest.fixture(scope="session")
def few_experts(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A folder of snapshots with two experts, neither of which has said what time it has; not to be changed."""
    folder = tmp_path_factory.mktemp("few")
    first = make_expert(SLUG, organisation="Tranemo kommun", availability=None, phone="0325-57 60 00")
    experts = (make_expert(OTHER, organisation="Barnafrid", availability=None, mailbox="barnafrid@example.se"), first)
    library = Library((make_guidance("metod"),), (make_area("narkotika"),), experts)
    (folder / "few").mkdir()
    build_snapshot(Plan("few", "hash", library, Registers((), (), ())), embedder, folder / "few", None, lambda *_: None)
    point_to(folder, "few")
    return folder


@pytest.fixture
def side(few_experts: Path, tmp_path: Path) -> Iterator[Side]:
    """Without mail."""
    yield from run_side(few_experts, tmp_path)


def run_side(snapshots: Path, tmp_path: Path, **settings: str) -> Iterator[Side]:
    day, moments = SetClock(), SetMoments()
    app = make_app(snapshots, day, moments, state=tmp_path / "state", **settings)
    with TestClient(app, headers={"accept": "text/html"}) as client:
        yield Side(client, day, moments)
