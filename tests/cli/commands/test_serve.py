"""`kb serve`: what is told before anything is served; the service itself is told in tests/api."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_a_model_that_is_not_there_is_told_and_nothing_is_served(run: Run, small_snapshots: Path) -> None:
    code, out, err = run("serve", "--snapshots", small_snapshots, "--model", "borta")
    assert (code, out) == (1, "")
    assert err.splitlines()[-1].startswith("kb: borta: no such folder;")


def test_a_setting_that_cannot_be_used_is_told_and_nothing_is_served(
    run: Run, small_snapshots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_READERS", "two")
    code, out, err = run("serve", "--snapshots", small_snapshots)
    assert (code, out) == (1, "")
    assert err.startswith("kb: KB_READERS: ")
    assert err.endswith(", met 'two'; write for example KB_READERS=2\n")
