"""Every error as one shape, `application/problem+json` (RFC 9457), in Swedish or English.

The text of a request is never repeated in an error: it may be sensitive.
"""

import logging
from collections.abc import Mapping
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.languages import choose_language, load_strings
from kb.errors import (
    DescriptionRejected,
    FilterRejected,
    KbError,
    ModelUnusable,
    QueryRejected,
    SnapshotDamaged,
    SnapshotMismatch,
    SnapshotMissing,
    UnknownMunicipality,
    UnknownSlug,
)

_log = logging.getLogger(__name__)

STATUSES: Mapping[type[KbError], int] = {
    QueryRejected: 422,
    DescriptionRejected: 422,
    FilterRejected: 422,
    UnknownMunicipality: 422,
    UnknownSlug: 404,
    SnapshotMissing: 503,
    SnapshotDamaged: 503,
    SnapshotMismatch: 503,
    ModelUnusable: 503,
}
TYPES = "https://till-handling.example/errors/"


def add_error_handlers(app: FastAPI) -> None:
    """Have all errors of the app answered in the one shape."""
    app.add_exception_handler(KbError, _answer_kb_error)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_http_error)
    app.add_exception_handler(Exception, _answer_unexpected)


def problem(request: Request, status: int, kind: str, detail: str) -> Response:
    """An error of a kind, titled in the language of the request."""
    strings = load_strings(choose_language(request.headers.get("accept-language", "")))
    body = {
        "type": TYPES + kind,
        "title": strings.get(f"error_{kind}", strings["error_other"]),
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    return JSONResponse(body, status, media_type="application/problem+json")


async def _answer_kb_error(request: Request, error: Exception) -> Response:
    status = STATUSES.get(type(cast(KbError, error)), 500)
    return problem(request, status, type(error).__name__, str(error))


async def _answer_invalid(request: Request, error: Exception) -> Response:
    faults = cast(RequestValidationError, error).errors()
    detail = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults)
    return problem(request, 422, "Invalid", detail)


async def _answer_http_error(request: Request, error: Exception) -> Response:
    http = cast(HTTPException, error)
    kinds = {404: "NotFound", 405: "MethodNotAllowed", 413: "TooLarge", 415: "UnsupportedMediaType"}
    return problem(request, http.status_code, kinds.get(http.status_code, "other"), str(http.detail))


async def _answer_unexpected(request: Request, error: Exception) -> Response:
    _log.error("%s in %s %s", type(error).__name__, request.method, request.url.path)
    return problem(request, 500, "other", type(error).__name__)
