"""`kb index`: content to a published snapshot."""

from pathlib import Path

import click

from cli.settings import content_option, demo_option, model_option, snapshots_option
from cli.shown.progress import log_progress
from cli.today import read_today


@click.command("index", epilog="Example: kb index --content content --snapshots snapshots")
@content_option
@snapshots_option
@model_option
@click.option(
    "--quality",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    envvar="KB_QUALITY",
    help="Judged queries; nDCG@10 on them may not sink by more than the margin.",
)
@demo_option("Index the made-up experts of the content's folder demo too; every answer marks them.")
@click.option("--force", is_flag=True, help="Publish also what the gate refuses; the manifest says so.")
def index_command(
    content: Path, snapshots: Path, model: Path | None, quality: Path | None, demo: bool, force: bool
) -> int:
    """Check the content, build a snapshot of it and, if it passes the gate, make that the current one.

    The gate: counts agree, each query in the content's canaries.csv finds its document, and quality has not sunk.
    """
    from indexer.check import check_content, errors_among
    from indexer.content.read_content import read_content
    from indexer.gate import read_gate
    from indexer.publish import publish
    from kb.embedding.load import load_embedder
    from kb.models.models import load_models
    from kb.snapshot.snapshot import COLLECTIONS

    read = read_content(content, read_today(), with_demo=demo)
    if errors := errors_among(check_content(read)):
        for fault in errors:
            click.echo(fault, err=True)
        click.echo(f"kb: {len(errors)} faults; nothing was built and the current snapshot stays", err=True)
        return 1
    gate = read_gate(content, quality, load_models())
    publication = publish(read, load_embedder(model), snapshots, log_progress, gate, force=force)
    manifest = publication.manifest
    state = "published" if publication.is_new else "unchanged, already current"
    state += ", forced past the gate" if manifest.forced else ""
    state += ", with made-up experts for demonstration" if manifest.demo else ""
    counts = ", ".join(f"{manifest.n_documents[name]} {name}" for name in COLLECTIONS)
    measured = f"; nDCG@10 {manifest.quality.ndcg:.3f}" if manifest.quality else ""
    click.echo(f"{manifest.id} {state}: {counts}; {sum(manifest.n_passages.values())} passages{measured}")
    return 0
