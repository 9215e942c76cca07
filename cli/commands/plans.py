"""`kb plans`: saved plans, for whoever runs the service, on its database. Who reads one is written in its log."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.given.municipality import find_code
from cli.given.store import open_database, read_now, read_store_settings
from cli.settings import snapshots_option
from cli.shown.rows import write_rows
from cli.today import read_today
from kb.errors import PlanDamaged
from kb.plans.working.saved_work import read_working_plan, write_working_plan

if TYPE_CHECKING:
    from api.store.plans.open import OpenPlan
    from api.store.plans.tables import SavedPlan

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("plans", epilog="Example: kb plans list --municipality Älvdala")
def plans_command() -> None:
    """List, show, export and import saved plans, and send reminders of them, on the database of the service."""


@plans_command.command("list", epilog="Example: kb plans list --municipality Älvdala --query torget")
@click.option("--municipality", help="Name or code. [default: all]")
@click.option("--query", default="", help="Words of the title.")
@click.option("--page", type=click.IntRange(1), default=1, show_default=True, help="Of 50 plans each.")
@snapshots_option
def list_command(municipality: str | None, query: str, page: int, snapshots: Path) -> int:
    """List plans, the last written first: id, municipality, state, version, when written, title."""
    code = find_code(municipality, snapshots) if municipality else ""
    with open_database("plans") as database, database.reading() as session:
        from api.store.plans.list_plans import Wanted, list_plans

        found = list_plans(session, Wanted(code, words=query), page)
    click.echo(write_rows([_row(plan) for plan in found.plans]), nl=False)
    click.echo(f"{len(found.plans)} of {found.n} plans", err=True)
    return 0


@plans_command.command("show", epilog="Example: kb plans show 0f3c9a7be0214d55a1c2d3e4f5061728")
@click.argument("plan_id")
def show_command(plan_id: str) -> int:
    """Print what is written in the plan PLAN_ID: the path of each field and its text, line breaks as \\n."""
    opened = _open(plan_id, "plan.read")
    rows = [[path, text.replace("\n", "\\n")] for path, text in sorted(opened.plan.written.items())]
    click.echo(write_rows([_row(opened.row), *rows]), nl=False)
    return 0


@plans_command.command("export", epilog="Example: kb plans export 0f3c9a7be0214d55a1c2d3e4f5061728 plan.json")
@click.argument("plan_id")
@click.argument("file", type=_FILE)
def export_command(plan_id: str, file: Path) -> int:
    """Write the plan PLAN_ID to FILE as JSON, which `kb plans import`, `kb rematch` and the page of plans read."""
    opened = _open(plan_id, "plan.exported")
    file.write_bytes(write_working_plan(opened.plan))
    click.echo(f"{file}: version {opened.version}", err=True)
    return 0


@plans_command.command("import", epilog="Example: kb plans import plan.json --municipality Älvdala")
@click.argument("file", type=_FILE)
@click.option("--municipality", required=True, help="Whose plan it becomes: name or code.")
@snapshots_option
def import_command(file: Path, municipality: str, snapshots: Path) -> int:
    """Save the plan in FILE (.json, of `kb plans export`, `kb plan` or a saved plan) as a new one, and print its id."""
    if not file.is_file():
        raise PlanDamaged(f"{file}: no such file; give the JSON that `kb plans export` wrote")
    plan, code = read_working_plan(file.read_bytes()), find_code(municipality, snapshots)
    with open_database("plans") as database, database.session() as session:
        from api.store.audit import BY_COMMAND, record
        from api.store.plans.save import create_plan

        plan_id = create_plan(session, plan, code, BY_COMMAND, read_now())
        record(session, read_now(), BY_COMMAND, "plan.saved", plan_id)
    click.echo(plan_id)
    return 0


@plans_command.command("remind", epilog="Example: kb plans remind")
def remind_command() -> int:
    """Send what is due today by mail, each reminder once; the service does so every day that it runs."""
    settings = read_store_settings("plans")
    from api.reminders.daily import make_post
    from api.reminders.send import send_due

    post = make_post(settings)
    if post is None:
        raise click.UsageError("reminders need a mail server and an address: set KB_MAIL_SERVER and KB_PUBLIC_URL")
    with open_database("plans") as database:
        n_sent = send_due(database, post, read_today(), read_now())
    click.echo(f"{n_sent} messages were sent")
    return 0


def _open(plan_id: str, action: str) -> "OpenPlan":
    """The plan, and that it was read by whoever runs the service written down."""
    with open_database("plans") as database, database.session() as session:
        from api.store.audit import BY_COMMAND, record
        from api.store.plans.open import open_plan

        opened = open_plan(session, plan_id)
        record(session, read_now(), BY_COMMAND, action, plan_id)
    return opened


def _row(plan: "SavedPlan") -> list[str]:
    written = plan.changed.date().isoformat()
    return [plan.id, plan.municipality_code, plan.state, str(plan.version), written, plan.title]
