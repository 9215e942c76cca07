"""The server for assistants over standard input and output."""

from collections.abc import Callable
from datetime import date

import anyio
from mcp.server.stdio import stdio_server

from api.assistants.server import make_server
from api.serving import Serving


def serve_stdio(serving: Serving, today: Callable[[], date]) -> None:
    """Answer the assistant that started this process, until its end of standard input closes."""
    server = make_server(serving, today)

    async def serve() -> None:
        async with stdio_server() as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())

    anyio.run(serve)
