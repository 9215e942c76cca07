"""What nothing else caught is answered 500, and logged without its text."""

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import answer_error


class UnexpectedErrors:
    """Middleware that answers 500 to what nothing else caught, and logs where it arose.

    Neither holds the exception's text, which may quote the request: Starlette's own handler would raise it again, and
    the server would log it whole.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        has_started = False

        async def watched(message: Message) -> None:
            nonlocal has_started
            has_started = has_started or message["type"] == "http.response.start"
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            answer = answer_error(Request(scope), error)
            if not has_started:
                await answer(scope, receive, send)
