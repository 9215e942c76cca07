"""Every error as one shape, `application/problem+json` (RFC 9457), in Swedish or English.

The text of a request is never repeated in an error: it may be sensitive.
"""

import logging
import re
import traceback
from collections.abc import Iterable, Mapping
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.languages import load_strings
from api.pages.frame.render import is_for_a_person, render_page
from api.request_language import read_language
from kb.errors import (
    AdjustmentRejected,
    CasesRejected,
    DescriptionDamaged,
    DescriptionProtected,
    DescriptionRejected,
    DescriptionScanned,
    DescriptionTooHeavy,
    DescriptionTooLarge,
    FilterRejected,
    FollowUpRejected,
    FormatUnknown,
    KbError,
    MacrosRefused,
    ModelUnusable,
    PeriodRejected,
    PlanDamaged,
    PolicyRejected,
    QueryRejected,
    ReadersBusy,
    SnapshotDamaged,
    SnapshotMismatch,
    SnapshotMissing,
    UnknownMunicipality,
    UnknownSlug,
    WidgetKeyRejected,
)

_log = logging.getLogger(__name__)

STATUSES: Mapping[type[KbError], int] = {
    QueryRejected: 422,
    WidgetKeyRejected: 403,
    PolicyRejected: 422,
    DescriptionRejected: 422,
    DescriptionTooLarge: 413,
    DescriptionTooHeavy: 422,
    DescriptionDamaged: 422,
    DescriptionProtected: 422,
    DescriptionScanned: 422,
    MacrosRefused: 422,
    FormatUnknown: 415,
    AdjustmentRejected: 422,
    CasesRejected: 422,
    FilterRejected: 422,
    UnknownMunicipality: 422,
    FollowUpRejected: 422,
    PeriodRejected: 422,
    PlanDamaged: 422,
    UnknownSlug: 404,
    ReadersBusy: 503,
    SnapshotMissing: 503,
    SnapshotDamaged: 503,
    SnapshotMismatch: 503,
    ModelUnusable: 503,
}
RETRY_AFTER_S: Mapping[type[KbError], int] = {ReadersBusy: 10}
"""What is no fault of the service, and passes: it is told as it is, with the seconds to wait."""
TYPES = "https://till-handling.example/errors/"


def add_error_handlers(app: FastAPI) -> None:
    """Have all errors of the app answered in the one shape."""
    app.add_exception_handler(KbError, _answer_kb_error)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_http_error)


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
            answer = tell_error(Request(scope), error)
            if not has_started:
                await answer(scope, receive, send)


def problem(
    request: Request, status: int, kind: str, detail: str, headers: Mapping[str, str] | None = None
) -> Response:
    """An error of a kind, titled in the language of the request; a page where a person is to read it."""
    strings = _strings(request)
    title = strings.get(f"error_{kind}", strings["error_other"])
    if is_for_a_person(request):
        page = render_page(request, "error.html", read_language(request), status, error=title, detail=detail)
        page.headers.update(headers or {})
        return page
    body = {
        "type": TYPES + kind,
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def tell_faults(faults: Iterable[Mapping[str, Any]]) -> str:
    """Pydantic's faults as one line, each with its place; the value that was met is never repeated."""
    return "; ".join(f"{'.'.join(map(_name, fault['loc']))}: {fault['msg']}" for fault in faults)


def retry_headers(kind: type[Exception]) -> dict[str, str]:
    """When to ask again, for an error that passes; no header for any other."""
    return {"Retry-After": str(RETRY_AFTER_S[kind])} if issubclass(kind, KbError) and kind in RETRY_AFTER_S else {}


def tell_error(request: Request, error: Exception) -> Response:
    """Any error as its answer; one of the service is logged, by its place and without its text."""
    if isinstance(error, KbError):
        return _tell_kb_error(request, error)
    _log_unexpected(request.scope, error)
    return _answer_later(request, 500, "other")


async def _answer_kb_error(request: Request, error: Exception) -> Response:
    return _tell_kb_error(request, cast(KbError, error))


def _tell_kb_error(request: Request, error: KbError) -> Response:
    error_type = type(error)
    status, kind = STATUSES.get(error_type, 500), error_type.__name__
    if status < 500 or error_type in RETRY_AFTER_S:
        return problem(request, status, kind, str(error), retry_headers(error_type))
    _log.error("%s: %s", kind, error)
    return _answer_later(request, status, kind)


async def _answer_invalid(request: Request, error: Exception) -> Response:
    return problem(request, 422, "Invalid", tell_faults(cast(RequestValidationError, error).errors()))


async def _answer_http_error(request: Request, error: Exception) -> Response:
    http = cast(HTTPException, error)
    kinds = {400: "Invalid", 404: "NotFound", 405: "MethodNotAllowed", 413: "TooLarge", 415: "UnsupportedMediaType"}
    return problem(request, http.status_code, kinds.get(http.status_code, "other"), str(http.detail), http.headers)


def _answer_later(request: Request, status: int, kind: str) -> Response:
    """An error of the service, not of the request: what is wrong with it is for the log alone."""
    return problem(request, status, kind, _strings(request)["try_later"])


def _log_unexpected(scope: Scope, error: Exception) -> None:
    route = getattr(scope.get("route"), "path", "no route")
    last = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("%s in %s %s, %s:%s", type(error).__name__, scope["method"], route, last.filename, last.lineno)


def _name(part: str | int) -> str:
    """A field's name or position; what was sent where a name should stand may be anything, and is not repeated."""
    return str(part) if re.fullmatch(r"\w{1,40}", str(part)) else "?"


def _strings(request: Request) -> dict[str, str]:
    return load_strings(read_language(request))
