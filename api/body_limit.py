"""Bodies larger than the limit are refused before they are read whole, also when their length is not announced."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem


class _TooLarge(HTTPException):
    """Of this kind so that FastAPI passes it on: any other exception in a body it takes for a body that is garbled."""


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
        too_large = _TooLarge(413, f"at most {self._max_bytes} bytes are read")
        seen = 0

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._max_bytes:
                raise too_large
            return message

        try:
            if announced.isdigit() and int(announced) > self._max_bytes:
                raise too_large
            await self._app(scope, limited, send)
        except _TooLarge:
            answer = problem(Request(scope), 413, "TooLarge", too_large.detail)
            await answer(scope, receive, send)
