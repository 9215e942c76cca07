"""The day that the command takes for today."""

import time
from collections.abc import Callable
from datetime import date

import pytest

from cli.today import read_today
from tests.content_folder import ContentFolder

pytestmark = pytest.mark.day

Run = Callable[..., tuple[int, str, str]]


def test_it_is_the_day_of_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KB_TODAY")
    before = date.fromtimestamp(time.time())
    read = read_today()
    assert before <= read <= date.fromtimestamp(time.time())


def test_it_is_the_day_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_TODAY", "2028-02-29")
    assert read_today() == date(2028, 2, 29)


def test_the_verbs_take_it_for_today(monkeypatch: pytest.MonkeyPatch, run: Run, folder: ContentFolder) -> None:
    monkeypatch.setenv("KB_TODAY", "2099-01-02")  # the day after every review_by of the folder
    code, out, err = run("check", "--content", folder.path)
    assert code == 0
    assert out.count("warning: review overdue; 2099-01-01") == 6
    assert "0 faults, 8 warnings" in err


@pytest.mark.parametrize("verb", [("check",), ("serve",)])
def test_what_is_no_day_is_told(monkeypatch: pytest.MonkeyPatch, run: Run, verb: tuple[str, ...]) -> None:
    monkeypatch.setenv("KB_TODAY", "2027-02-29")
    code, out, err = run(*verb)
    assert (code, out) == (2, "")
    assert "KB_TODAY: '2027-02-29' is not a day; write it as 2027-03-31, or unset it" in err
