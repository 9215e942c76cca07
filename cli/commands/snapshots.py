"""`kb snapshots` and `kb rollback`: the generations of the index."""

from pathlib import Path

import click

from cli.settings import snapshots_option


@click.command("snapshots", epilog="Example: kb snapshots")
@snapshots_option
def snapshots_command(snapshots: Path) -> int:
    """List the snapshots, newest first; * marks the current one."""
    from kb.snapshot.manifest import list_manifests
    from kb.snapshot.pointer import read_pointer

    current = read_pointer(snapshots)
    manifests = list_manifests(snapshots)
    for manifest in manifests:
        mark = "*" if manifest.id == current else " "
        click.echo(
            f"{mark} {manifest.id}  {manifest.created[:19]}Z  {sum(manifest.n_documents.values())} documents  "
            f"{sum(manifest.n_passages.values())} passages  {manifest.model_id}"
        )
    if not manifests:
        click.echo(f"{snapshots}: no snapshots; build one with `kb index`", err=True)
    return 0


@click.command("rollback", epilog="Example: kb rollback 3f2a9c1b5d7e8f01")
@snapshots_option
@click.argument("snapshot_id", required=False)
def rollback_command(snapshots: Path, snapshot_id: str | None) -> int:
    """Make an earlier snapshot current: SNAPSHOT_ID, or the one before the current."""
    from indexer.publish import roll_back

    manifest = roll_back(snapshots, snapshot_id)
    click.echo(f"{manifest.id} is current, built {manifest.created[:19]}Z")
    return 0
