"""Settings come from the environment, and what it leaves out is the default."""

from pathlib import Path

import pytest

from api.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KB_SNAPSHOTS", "KB_MODEL", "KB_MAX_BODY_BYTES", "KB_PUBLIC_URL", "KB_READERS"):
        monkeypatch.delenv(name, raising=False)


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read_settings() == Settings(Path("snapshots"), None, 1_000_000, None, 2)


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_SNAPSHOTS", "/srv/snapshots")
    monkeypatch.setenv("KB_MODEL", "/srv/model")
    monkeypatch.setenv("KB_MAX_BODY_BYTES", "5000")
    monkeypatch.setenv("KB_PUBLIC_URL", "https://stod.example.se/")
    monkeypatch.setenv("KB_READERS", "4")
    assert read_settings() == Settings(Path("/srv/snapshots"), Path("/srv/model"), 5000, "https://stod.example.se", 4)
