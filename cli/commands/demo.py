"""`kb demo`: a database filled with made-up work."""

from datetime import datetime
from pathlib import Path

import click

from cli.given.store import open_database
from cli.settings import snapshots_option
from cli.today import read_today

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group("demo", epilog="Example: kb demo fill --seed 7")
def demo_command() -> None:
    """Fill a database of its own with made-up work, to show pages of much work before there is any."""


@demo_command.command("fill", epilog="Example: KB_STATE=demo-state kb demo fill --seed 7 --cases 400")
@click.option("--seed", type=int, default=7, show_default=True, help="The same seed and day make the same rows.")
@click.option("--cases", type=click.IntRange(0, 20_000), default=400, show_default=True, help="How many cases.")
@click.option("--plans", type=click.IntRange(0, 20_000), default=300, show_default=True, help="How many saved plans.")
@click.option("--until", type=_DAY, help="The last day on which something was done. [default: today]")
@snapshots_option
def fill_command(seed: int, cases: int, plans: int, until: datetime | None, snapshots: Path) -> int:
    """Make accounts, plans and cases of the two years before a day, in a database that holds nothing else.

    What an earlier fill made is taken away first. The snapshot must be one of `kb index --demo`, so that the service
    marks every page; `kb account link radgivare-1-bra@demo.example` then signs in as an advisor.
    """
    last = until.date() if until else read_today()
    with open_database("demo") as database:
        from api.demonstration.fill import Wanted, fill
        from kb.snapshot.open_snapshot import open_current

        filled = fill(database, open_current(snapshots), Wanted(seed=seed, until=last, n_cases=cases, n_plans=plans))
    click.echo(
        f"{filled.n_accounts} accounts, {filled.n_plans} plans, {filled.n_cases} cases"
        f" and {filled.n_advice} pieces of advice, all made up, until {last}"
    )
    return 0
