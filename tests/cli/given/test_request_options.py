"""Who asks and for when: the options of every verb that reads a description."""

from datetime import date

import click
import pytest

from cli.given.request_options import DAY, request_options


@click.command
@request_options
def ask(
    municipality: str | None, first: date | None, last: date | None, form: str | None, language: str | None
) -> None:
    click.echo(f"{municipality} {first!r} {last!r} {form} {language}")


def test_days_are_dates_and_nothing_is_required(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--municipality", "Borås", "--from", "2027-03-01", "--to", "2027-03-31", "--form", "på plats"]
    ask.main([*given, "--language", "en"], standalone_mode=False)
    ask.main([], standalone_mode=False)
    days = "datetime.date(2027, 3, 1) datetime.date(2027, 3, 31)"
    assert capsys.readouterr().out == f"Borås {days} på plats en\nNone None None None None\n"


@pytest.mark.parametrize("text", ["2027-13-01", "20270301", "i mars", ""])
def test_what_is_no_day_is_told_with_how_to_write_one(text: str) -> None:
    with pytest.raises(click.BadParameter, match="is not a day; write it as 2027-03-31"):
        DAY.convert(text, None, None)
