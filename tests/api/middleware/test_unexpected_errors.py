"""What nobody expected ends an answer that is under way, and is raised no further."""

import asyncio
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from api.middleware.unexpected_errors import UnexpectedErrors

SECRET = "Hemligheten om Kalle"


def test_an_answer_under_way_is_broken_off_and_nothing_is_raised() -> None:
    async def half(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError(SECRET)

    assert asyncio.run(_sent(half)) == ["http.response.start"]


async def _sent(app: Any) -> list[str]:
    sent: list[str] = []

    async def send(message: Message) -> None:
        sent.append(message["type"])

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    await UnexpectedErrors(app)({"type": "http", "method": "GET", "path": "/", "headers": []}, receive, send)
    return sent
