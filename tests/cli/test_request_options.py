"""Who asks and for when: the options of every verb that reads a description."""

from datetime import date

import click
import pytest

from cli.request_options import DAY, request_options


@click.command
@request_options
def ask(municipality: str | None, first: date | None, last: date | None) -> None:
    click.echo(f"{municipality} {first!r} {last!r}")


def test_days_are_dates_and_nothing_is_required(capsys: pytest.CaptureFixture[str]) -> None:
    ask.main(["--municipality", "Borås", "--from", "2027-03-01", "--to", "2027-03-31"], standalone_mode=False)
    ask.main([], standalone_mode=False)
    assert capsys.readouterr().out == ("Borås datetime.date(2027, 3, 1) datetime.date(2027, 3, 31)\nNone None None\n")


@pytest.mark.parametrize("text", ["2027-13-01", "20270301", "i mars", ""])
def test_what_is_no_day_is_told_with_how_to_write_one(text: str) -> None:
    with pytest.raises(click.BadParameter, match="is not a day; write it as 2027-03-31"):
        DAY.convert(text, None, None)
