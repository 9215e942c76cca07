"""`kb mcp`: the tools for assistants, over standard input and output."""

from pathlib import Path

import click

from cli.given.told import follow_told
from cli.settings import demo_option, model_option, snapshots_option
from cli.today import read_today
from kb.extras import require_extra


@click.command("mcp", epilog="Example: kb mcp --snapshots /srv/till-handling/snapshots")
@snapshots_option
@model_option
@demo_option("Answer also from a snapshot with the made-up experts of the demonstration, which is refused otherwise.")
def mcp_command(snapshots: Path, model: Path | None, demo: bool) -> int:
    """Serve an assistant over standard input and output (Model Context Protocol).

    The assistant starts it; docs/assistants.md tells how. It ends when its standard input does.
    """
    require_extra("assistants", "mcp")
    from api.assistants.stdio import serve_stdio
    from api.serving import Serving
    from kb.embedding.load import load_embedder
    from kb.models.models import load_models

    with follow_told("mcp") as told:
        serving = Serving(snapshots, load_embedder(model), load_models(), told=told, with_demo=demo)
        serving.searcher  # noqa: B018  opened now: what is wrong with it is told here, not to the assistant
        serve_stdio(serving, read_today)
    return 0
