"""`kb demo`: a database of its own filled with made-up work."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_it_tells_how_much_it_made_and_advisors_sign_in(
    run: Run, demo_snapshots: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_STATE", str(tmp_path))
    monkeypatch.setenv("KB_SNAPSHOTS", str(demo_snapshots))
    code, out, _ = run("demo", "fill", "--cases", "30", "--plans", "5", "--until", "2026-11-20")
    assert code == 0
    assert "5 plans, 30 cases" in out
    assert out.endswith("all made up, until 2026-11-20\n")
    assert run("account", "link", "radgivare-1-bra@demo.example")[0] == 0


def test_a_database_that_somebody_uses_is_left_as_it_is(
    run: Run, demo_snapshots: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_STATE", str(tmp_path))
    monkeypatch.setenv("KB_SNAPSHOTS", str(demo_snapshots))
    run("account", "invite", "rut@lst.example.se", "--role", "advisor")
    code, _, err = run("demo", "fill", "--cases", "30", "--plans", "5")
    assert (code, "real work (1 accounts" in err) == (1, True)
