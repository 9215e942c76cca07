"""The service over the shipped content, and small snapshots of one's own to serve."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from indexer.build import Plan, build_snapshot
from kb.documents import Expert, Guidance, Library, ProblemArea
from kb.embedding.embedder import Embedder
from kb.embedding.load import load_embedder
from kb.registers import Registers
from kb.snapshot.pointer import point_to
from tests.builders import TODAY
from tests.fakes.moments import NOON
from tests.mail import Mailbox, run_mail_server

Publish = Callable[[Path, str, Library], Path]


@pytest.fixture(scope="session")
def client(snapshots: Path) -> Iterator[TestClient]:
    """A client of the service over the shipped content, on the day TODAY."""
    with TestClient(make_app(snapshots)) as client:
        yield client


@pytest.fixture(scope="session")
def demo_client(demo_snapshots: Path) -> Iterator[TestClient]:
    """A client of the service as a demonstration, with made-up experts too."""
    with TestClient(make_app(demo_snapshots, demo=True)) as client:
        yield client


@pytest.fixture(scope="session")
def mail_server() -> Iterator[Mailbox]:
    with run_mail_server() as mailbox:
        yield mailbox


@pytest.fixture
def mailbox(mail_server: Mailbox) -> Mailbox:
    """A mail server that takes what it is handed, with nothing in it."""
    mail_server.messages.clear()
    mail_server.refuses = False
    return mail_server


@pytest.fixture(scope="package", autouse=True)
def _one_model(embedder: Embedder) -> Iterator[None]:
    """The model that ships is read once, not once a service: reading it takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda folder: load_embedder(folder) if folder else embedder)
        yield


@pytest.fixture
def publish_library(embedder: Embedder) -> Publish:
    """Publish a library in a folder of snapshots, under an id; returns the snapshot's folder."""

    def publish(snapshots: Path, snapshot_id: str, library: Library) -> Path:
        folder = snapshots / snapshot_id
        folder.mkdir(parents=True)
        plan = Plan(snapshot_id, "hash", library, Registers((), (), ()))
        build_snapshot(plan, embedder, folder, None, lambda *_: None)
        point_to(snapshots, snapshot_id)
        return folder

    return publish


def make_app(
    snapshots: Path,
    today: Callable[[], date] = lambda: TODAY,
    now: Callable[[], datetime] = lambda: NOON,
    **changed: Any,
) -> FastAPI:
    """The service over a folder of snapshots, at noon of the day TODAY unless others are given; changed : settings."""
    return create_app(Settings(snapshots=snapshots, **changed), today, now)


def make_library(guidance: Guidance, area: ProblemArea, expert: Expert) -> Library:
    """The smallest library that can be served."""
    return Library((guidance,), (area,), (expert,))
