"""Bodies larger than the limit are refused before they are read whole, also when their length is not announced."""

from collections.abc import Collection
from fnmatch import fnmatchcase

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import answer_error
from api.statuses import BODY_TOO_LARGE
from kb.errors import DescriptionTooLarge


class _TooLarge(HTTPException):
    """Of this kind so that FastAPI passes it on: any other exception in a body it takes for a body that is garbled."""


class BodyLimit:
    """Middleware that answers 413 to a body over max_bytes, or over max_upload_bytes where a form with a file is sent.

    upload_paths : those that take files, * for any part of one; everywhere else a form is as small as any other body
    """

    def __init__(
        self, app: ASGIApp, max_bytes: int, max_upload_bytes: int = 0, upload_paths: Collection[str] = ()
    ) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._max_upload_bytes = max_upload_bytes
        self._upload_paths = upload_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        announced = headers.get(b"content-length", b"0")
        is_upload = self._is_upload(scope["path"], headers.get(b"content-type", b""))
        max_bytes = max(self._max_bytes, self._max_upload_bytes) if is_upload else self._max_bytes
        too_large = _TooLarge(BODY_TOO_LARGE.code, f"at most {max_bytes} bytes are read; send a part of it")
        seen = 0

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > max_bytes:
                raise too_large
            return message

        try:
            if announced.isdigit() and int(announced) > max_bytes:
                raise too_large
            await self._app(scope, limited, send)
        except _TooLarge:
            error = DescriptionTooLarge(too_large.detail) if is_upload else too_large
            answer = answer_error(Request(scope), error)
            await answer(scope, receive, send)

    def _is_upload(self, path: str, content_type: bytes) -> bool:
        takes_files = any(fnmatchcase(path, known) for known in self._upload_paths)
        return takes_files and content_type.lower().startswith(b"multipart/form-data")
