"""Settings come from the environment, and what it leaves out is the default."""

import os
import re
from pathlib import Path

import pytest

from api.settings import Settings, SettingsRejected, name_variable, read_settings


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("KB_")]:
        monkeypatch.delenv(name, raising=False)


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read_settings().model_dump() == Settings().model_dump()


def test_a_variable_that_is_left_empty_counts_as_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.setenv(name_variable(name), "")
    assert read_settings().model_dump() == Settings().model_dump()


def test_values_are_not_taken_from_the_environment_unless_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_READERS", "7")
    assert Settings().readers == 2


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_SNAPSHOTS", "/srv/snapshots")
    monkeypatch.setenv("KB_MODEL", "/srv/model")
    monkeypatch.setenv("KB_MAX_BODY_BYTES", "5000")
    monkeypatch.setenv("KB_PUBLIC_URL", "https://stod.example.se/")
    monkeypatch.setenv("KB_READERS", "4")
    assert read_settings().model_dump() == {
        **Settings().model_dump(),
        "snapshots": Path("/srv/snapshots"),
        "model": Path("/srv/model"),
        "max_body_bytes": 5000,
        "public_url": "https://stod.example.se",
        "readers": 4,
    }


def test_widgets_are_for_everyone_until_sites_or_keys_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = read_settings()
    assert (defaults.widget_origins, defaults.widget_keys, defaults.widget_files) == (("*",), frozenset(), None)
    monkeypatch.setenv("KB_WIDGET_ORIGINS", "https://a.example.se, https://b.example.se/ http://c.example.se:8080")
    monkeypatch.setenv("KB_WIDGET_KEYS", "alvdala,sjobo nora")
    monkeypatch.setenv("KB_WIDGET_FILES", "/srv/widget")
    named = read_settings()
    assert named.widget_origins == ("https://a.example.se", "https://b.example.se", "http://c.example.se:8080")
    assert named.widget_keys == {"alvdala", "sjobo", "nora"}
    assert named.widget_files == Path("/srv/widget")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("KB_READERS", "two"),
        ("KB_READERS", "0"),
        ("KB_MAX_BODY_BYTES", "1 MB"),
        ("KB_PUBLIC_URL", "stod.example.se"),
        ("KB_WIDGET_ORIGINS", "https://a.example.se/sok"),
        ("KB_WIDGET_ORIGINS", "a.example.se"),
        ("KB_WIDGET_ORIGINS", ","),
        ("KB_WIDGET_KEYS", " , "),
    ],
)
def test_what_cannot_be_used_is_told_with_its_variable_its_value_and_the_way_out(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsRejected) as told:
        read_settings()
    assert re.fullmatch(
        rf"{variable}: .+, met {re.escape(repr(value))}; write for example {variable}=\S+", str(told.value)
    )


def test_all_that_cannot_be_used_is_told_one_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_READERS", "two")
    monkeypatch.setenv("KB_MAX_BODY_BYTES", "-1")
    with pytest.raises(SettingsRejected) as told:
        read_settings()
    assert [line.split(":")[0] for line in str(told.value).splitlines()] == ["KB_MAX_BODY_BYTES", "KB_READERS"]


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_example_of_a_setting_can_be_used(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = Settings.model_fields[name].examples or []
    monkeypatch.setenv(name_variable(name), example)
    assert read_settings()


@pytest.mark.parametrize("address", ["arenden", "a+b@example.se", f"{'a' * 21}@example.se", "ärenden@example.se"])
def test_a_mailbox_of_cases_has_room_for_a_case_and_a_token(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("KB_CASE_MAIL", "Arenden@Example.se")
    assert read_settings().case_mail == "arenden@example.se"
    monkeypatch.setenv("KB_CASE_MAIL", address)
    with pytest.raises(SettingsRejected, match="KB_CASE_MAIL"):
        read_settings()
