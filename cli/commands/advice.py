"""`kb advice`: advice that was given in cases, for whoever runs the service, on its database."""

from datetime import datetime
from pathlib import Path

import click

from cli.given.store import open_database, read_now, read_store_settings
from cli.settings import snapshots_option
from cli.today import read_today
from kb.errors import SnapshotMissing

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group("advice", epilog="Example: kb advice export --from 2026-01-01 --to 2026-12-31")
def advice_command() -> None:
    """Take out the advice that was given in cases, and send its follow-ups, on the database of the service."""


@advice_command.command("export", epilog="Example: kb advice export --county 14 --format json")
@click.option("--from", "first", type=_DAY, help="First day. [default: 1 January]")
@click.option("--to", "last", type=_DAY, help="Last day. [default: today]")
@click.option("--county", default="", help="Two digits, as 14. [default: the whole country]")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.option("--texts", is_flag=True, help="With what people wrote in free text.")
@snapshots_option
def export_command(
    first: datetime | None, last: datetime | None, county: str, form: str, texts: bool, snapshots: Path
) -> int:
    """Print the advice of a period, by day: CSV for a spreadsheet in Swedish, or JSON. That it was read is logged."""
    if county and not (len(county) == 2 and county.isdecimal()):
        raise click.UsageError(f"--county: {county!r} is no code of a county; give two digits, as 14")
    with open_database("advice") as database, database.session() as session:
        from api.cases.advice.desk_period import choose_period
        from api.cases.advice.export_advice import write_csv, write_json
        from api.store.audit import BY_COMMAND, record
        from api.store.cases.advice import list_advice

        period = choose_period(first and first.date(), last and last.date(), read_today())
        listed = list_advice(session, "", period.first, period.last, county)
        for case_id in dict.fromkeys(one.case.id for one in listed):
            record(session, read_now(), BY_COMMAND, "advice.exported", case_id)
    write = write_csv if form == "csv" else write_json
    click.echo(write(listed, _list_towns(snapshots), with_texts=texts), nl=False)
    click.echo(f"{len(listed)} from {period.first} to {period.last}", err=True)
    return 0


@advice_command.command("follow-up", epilog="Example: kb advice follow-up")
def follow_up_command() -> int:
    """Send the links of follow-ups that are due today, each once; the service does so every day that it runs."""
    settings = read_store_settings("advice")
    from api.reminders.daily import make_post
    from api.reminders.follow_ups import send_follow_ups

    post = make_post(settings)
    if post is None:
        raise click.UsageError("follow-ups need a mail server and an address: set KB_MAIL_SERVER and KB_PUBLIC_URL")
    with open_database("advice") as database:
        n_sent = send_follow_ups(database, post, read_today(), read_now())
    click.echo(f"{n_sent} links were sent")
    return 0


def _list_towns(snapshots: Path) -> dict[str, str]:
    """Code of a municipality -> its name; none without a snapshot."""
    from kb.snapshot.open_snapshot import open_current

    try:
        return {town.code: town.name for town in open_current(snapshots).registers.municipalities}
    except SnapshotMissing:
        return {}
