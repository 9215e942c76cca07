"""The server for assistants at POST /mcp (streamable HTTP), without sessions: any replica can answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from api.assistants.server import make_server

PATH = "/mcp"
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


class _Endpoint:
    """An ASGI endpoint, as a class so that Starlette hands it the bare request."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await scope["app"].state.mcp.handle_request(scope, receive, send)


MCP_ROUTE = Route(PATH, _Endpoint(), methods=["POST"])


@asynccontextmanager
async def open_mcp(app: Starlette, public_url: str | None) -> AsyncIterator[None]:
    """Answer at /mcp while the context lasts; only the service's own host and this machine are answered."""
    manager = StreamableHTTPSessionManager(
        make_server(app.state.serving, app.state.today),
        json_response=True,
        stateless=True,
        security_settings=_allow_hosts(public_url),
        max_request_body_size=app.state.max_body_bytes,
    )
    async with manager.run():
        app.state.mcp = manager
        yield


def _allow_hosts(public_url: str | None) -> TransportSecuritySettings:
    """Against DNS rebinding: a page elsewhere that has its own name lead to this machine is refused."""
    public = [urlsplit(public_url)] if public_url else []
    hosts = [url.netloc for url in public] + [name for host in _LOCAL for name in (host, f"{host}:*")]
    origins = [f"{url.scheme}://{url.netloc}" for url in public]
    origins += [f"http://{name}" for host in _LOCAL for name in (host, f"{host}:*")]
    return TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins)
