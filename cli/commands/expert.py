"""`kb expert`: organisations invited to their profiles, what they say of them, and the calendars that they follow."""

from pathlib import Path

import click

from cli.commands.account import LOCAL
from cli.given.store import open_database, read_now, read_store_settings
from cli.settings import snapshots_option
from cli.today import read_today
from kb.errors import UnknownSlug
from kb.snapshot.open_snapshot import open_current


@click.group("expert", epilog="Example: kb expert reviews")
def expert_command() -> None:
    """Invite organisations to their profiles, and print what they say of them, on the database of the service."""


@expert_command.command("invite", epilog="Example: kb expert invite tranemo-est trygghet@tranemo.example.se")
@click.argument("slug")
@click.argument("address", required=False)
@snapshots_option
def invite_command(slug: str, address: str | None, snapshots: Path) -> int:
    """Print a link by which ADDRESS answers for the profile SLUG, once and within 30 days.

    Without ADDRESS it is the mailbox of the profile.
    """
    expert = open_current(snapshots).experts.get(slug)
    if expert is None:
        raise UnknownSlug(f"no expert is published as {slug!r}; `kb search` and /experter show those there are")
    to = address or expert.mailbox
    if to is None:
        raise click.UsageError(f"the profile {slug} has no mailbox; give the address of whoever is to answer for it")
    base = read_store_settings("expert").public_url or LOCAL
    with open_database("expert") as database:
        from api.expert_side.invite import INVITATION, invite_organisation
        from api.store.audit import BY_COMMAND

        made = invite_organisation(database, slug, to, BY_COMMAND, read_now())
    click.echo(f"{made.address} may answer for {slug} until {made.expires.date()}", err=True)
    click.echo(base + INVITATION + made.token)
    return 0


@expert_command.command("reviews", epilog="Example: kb expert reviews > uppgifter.md")
@snapshots_option
def reviews_command(snapshots: Path) -> int:
    """Print what organisations say of their profiles as a list of tasks for the content, in Markdown."""
    snapshot = open_current(snapshots)
    with open_database("expert") as database, database.reading() as session:
        from api.expert_side.review_tasks import list_tasks, write_tasks

        tasks = list_tasks(session, snapshot)
    for line in write_tasks(tasks):
        click.echo(line)
    click.echo(f"{len(tasks.reviews)} reviews, {len(tasks.withdrawals)} withdrawals", err=True)
    return 0


@expert_command.command("settle", epilog="Example: kb expert settle 0f3c9a7be0214d55a1c2d3e4f5061728")
@click.argument("review_id")
def settle_command(review_id: str) -> int:
    """Mark the review REVIEW_ID as done in the content."""
    with open_database("expert") as database, database.session() as session:
        from api.store.audit import BY_COMMAND
        from api.store.experts.reviews import settle_review

        row = settle_review(session, review_id, BY_COMMAND, read_now())
    click.echo(f"{row.expert_slug}: done")
    return 0


@expert_command.command("calendars", epilog="Example: kb expert calendars")
def calendars_command() -> int:
    """Read every calendar that is followed, now; the service does so every day that it runs."""
    with open_database("expert") as database:
        from api.expert_side.feed.follow import read_all_feeds

        n_read = read_all_feeds(database, read_today(), read_now())
    click.echo(f"{n_read} calendars were read")
    return 0
