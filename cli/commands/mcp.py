"""`kb mcp`: the tools for assistants, over standard input and output."""

from pathlib import Path

import click

from cli.settings import model_option, snapshots_option
from cli.today import read_today


@click.command("mcp", epilog="Example: kb mcp --snapshots /srv/till-handling/snapshots")
@snapshots_option
@model_option
def mcp_command(snapshots: Path, model: Path | None) -> int:
    """Serve an assistant over standard input and output (Model Context Protocol).

    The assistant starts it; docs/assistants.md tells how. It ends when its standard input does.
    """
    import anyio
    from mcp.server.stdio import stdio_server

    from api.assistants.server import make_server
    from api.serving import Serving
    from kb.embedding.load import load_embedder

    serving = Serving(snapshots, load_embedder(model))
    serving.searcher  # noqa: B018  opened now: what is wrong with it is told here, not to the assistant
    server = make_server(serving, read_today)

    async def serve() -> None:
        async with stdio_server() as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())

    anyio.run(serve)
    return 0
