"""What the command's tests share: a small content folder to change, and a published snapshot of it to ask."""

from pathlib import Path

import pytest

from indexer.publish import publish
from kb.embedding.embedder import Embedder
from tests.content_folder import ContentFolder, write_content


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
