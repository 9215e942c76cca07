"""Settings come from the environment, and what it leaves out is the default."""

import os
from pathlib import Path

import pytest

from api.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("KB_")]:
        monkeypatch.delenv(name, raising=False)


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read_settings() == Settings(
        snapshots=Path("snapshots"), model=None, max_body_bytes=1_000_000, public_url=None, readers=2
    )


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_SNAPSHOTS", "/srv/snapshots")
    monkeypatch.setenv("KB_MODEL", "/srv/model")
    monkeypatch.setenv("KB_MAX_BODY_BYTES", "5000")
    monkeypatch.setenv("KB_PUBLIC_URL", "https://stod.example.se/")
    monkeypatch.setenv("KB_READERS", "4")
    assert read_settings() == Settings(
        snapshots=Path("/srv/snapshots"),
        model=Path("/srv/model"),
        max_body_bytes=5000,
        public_url="https://stod.example.se",
        readers=4,
    )


def test_widgets_are_for_everyone_until_sites_or_keys_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = read_settings()
    assert (defaults.widget_origins, defaults.widget_keys, defaults.widget_files) == (("*",), frozenset(), None)
    monkeypatch.setenv("KB_WIDGET_ORIGINS", "https://a.example.se, https://b.example.se")
    monkeypatch.setenv("KB_WIDGET_KEYS", "alvdala,sjobo nora")
    monkeypatch.setenv("KB_WIDGET_FILES", "/srv/widget")
    named = read_settings()
    assert named.widget_origins == ("https://a.example.se", "https://b.example.se")
    assert named.widget_keys == {"alvdala", "sjobo", "nora"}
    assert named.widget_files == Path("/srv/widget")
