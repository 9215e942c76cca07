"""What the indexer's tests share: a small content folder on disk."""

from pathlib import Path

import pytest

from tests.content_folder import ContentFolder, write_content


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    """A content folder free of faults, to be changed at will."""
    return write_content(tmp_path / "content")
