"""`kb serve`: what is told before anything is served; the service itself is told in tests/api."""

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_a_model_that_is_not_there_is_told_and_nothing_is_served(run: Run, small_snapshots: Path) -> None:
    code, out, err = run("serve", "--snapshots", small_snapshots, "--model", "borta")
    assert (code, out) == (1, "")
    assert err.startswith("kb: borta: no such folder;")
