"""Bodies larger than the limit are refused before they are read whole, also when their length is not announced."""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem


class _TooLarge(Exception):
    pass


class BodyLimit:
    """Middleware that answers 413 to a body over max_bytes."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self._app = app
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        seen = 0

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._max_bytes:
                raise _TooLarge
            return message

        try:
            if announced.isdigit() and int(announced) > self._max_bytes:
                raise _TooLarge
            await self._app(scope, limited, send)
        except _TooLarge:
            answer = problem(Request(scope), 413, "TooLarge", f"at most {self._max_bytes} bytes are read")
            await answer(scope, receive, send)
