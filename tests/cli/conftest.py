"""What the command's tests share: a small content folder to change, and a published snapshot of it to ask."""

from pathlib import Path

import pytest

from indexer.publish import publish
from kb.embedding import load
from kb.embedding.embedder import Embedder
from tests.content_folder import ContentFolder, write_content


@pytest.fixture(autouse=True)
def _the_model_is_read_once(embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each run of a verb would read it from disk again, which is most of the time that the run takes."""
    read = load.load_embedder
    monkeypatch.setattr(load, "load_embedder", lambda folder=None: read(folder) if folder else embedder)


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    """A content folder free of faults, to be changed at will."""
    return write_content(tmp_path / "content")


@pytest.fixture(scope="session")
def small_snapshots(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A folder with one published snapshot of the small content; not to be changed."""
    path = tmp_path_factory.mktemp("small")
    publish(write_content(path / "content").read(), embedder, path / "snapshots", lambda *_: None)
    return path / "snapshots"
