"""`kb statistics`: public numbers of municipalities, loaded for the map and for expected effects."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.given.store import open_database, read_now
from cli.settings import snapshots_option
from cli.shown.rows import write_rows
from kb.errors import StatisticsRejected
from kb.extras import require_extra

if TYPE_CHECKING:
    from kb.snapshot.snapshot import Snapshot

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.group("statistics", epilog="Example: kb statistics load inbrott.csv")
def statistics_command() -> None:
    """Load public numbers of municipalities, from a file or by way of a file from Kolada, and take them away."""


@statistics_command.command("load", epilog="Example: kb statistics load inbrott.csv")
@click.argument("file", type=_FILE)
@snapshots_option
def load_command(file: Path, snapshots: Path) -> int:
    """Have the measures of FILE be what it says; a file with a fault changes nothing. Columns: docs/national.md."""
    from kb.national.statistics.read_statistics import read_statistics

    snapshot = _open(snapshots)
    codes = {town.code for town in snapshot.registers.municipalities}
    statistics = read_statistics(_read_text(file), str(file), codes, snapshot.problem_areas.keys())
    with open_database("statistics") as database, database.session() as session:
        from api.store.national.statistics import replace_measures

        measures = replace_measures(session, statistics, read_now())
    click.echo(f"{len(statistics)} values of {', '.join(measures)}")
    return 0


@statistics_command.command("list", epilog="Example: kb statistics list")
def list_command() -> int:
    """List what is loaded: measure, problem area, years, municipalities, values, when."""
    with open_database("statistics") as database, database.reading() as session:
        from api.store.national.statistics import list_measures

        measures = list_measures(session)
    rows = [
        [
            told.measure,
            told.area,
            f"{told.years[0]}-{told.years[1]}",
            str(told.n_municipalities),
            str(told.n_values),
            told.loaded.date().isoformat(),
        ]
        for told in measures
    ]
    click.echo(write_rows(rows), nl=False)
    return 0


@statistics_command.command("remove", epilog='Example: kb statistics remove "Anmälda inbrott"')
@click.argument("measure")
def remove_command(measure: str) -> int:
    """Take away all numbers of MEASURE."""
    with open_database("statistics") as database, database.session() as session:
        from api.store.national.statistics import remove_measure

        n_values = remove_measure(session, measure)
    if not n_values:
        raise StatisticsRejected(f"no measure is called {measure!r}; `kb statistics list` has their names")
    click.echo(f"{n_values} values of {measure} are gone")
    return 0


@statistics_command.command(
    "kolada", epilog='Example: kb statistics kolada N01951 --year 2024 --measure "Invånare" > invanare.csv'
)
@click.argument("kpi")
@click.option("--year", "years", type=click.IntRange(1990, 2099), multiple=True, required=True, help="One or several.")
@click.option("--measure", required=True, help="What it is called here.")
@click.option("--area", default="", help="Slug of the problem area whose size it is.")
@snapshots_option
def kolada_command(kpi: str, years: tuple[int, ...], measure: str, area: str, snapshots: Path) -> int:
    """Print the key figure KPI of Kolada's open API as a file to load; needs the internet."""
    snapshot = _open(snapshots)
    if area and area not in snapshot.problem_areas:
        raise click.UsageError(f"--area: no problem area has the slug {area!r}; `kb gaps` lists them")
    require_extra("service", "statistics")
    from api.national.kolada import fetch_key_figure
    from kb.national.statistics.write_statistics import write_statistics

    codes = {town.code for town in snapshot.registers.municipalities}
    statistics = fetch_key_figure(kpi, years, measure, area, codes)
    click.echo(write_statistics(statistics), nl=False)
    click.echo(f"{len(statistics)} values; look at them, then load the file", err=True)
    return 0


def _open(snapshots: Path) -> "Snapshot":
    from kb.snapshot.open_snapshot import open_current

    return open_current(snapshots)


def _read_text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise StatisticsRejected(f"{file}:1: not UTF-8; byte {error.start}; save it as CSV in UTF-8") from error
