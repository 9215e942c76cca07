"""Every error in one shape, `application/problem+json` (RFC 9457), in Swedish or English.

The text of a request is never repeated in an error: it may be sensitive.
"""

import logging
import re
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import Scope

from api.languages import load_strings
from api.request_language import read_language
from api.statuses import INVALID, ErrorStatus, status_of, status_of_http
from kb.errors import KbError

_log = logging.getLogger(__name__)

TYPES = "https://till-handling.example/errors/"
MAX_FAULTS = 20
"""Told of one request; of the rest, how many they are."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is told of an error: its status, and what is wrong with the way out. more : members of its own"""

    status: ErrorStatus
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)


def describe_error(request: Request, error: Exception) -> Problem:
    """What is told of any error; one of the service is logged, and what is wrong with it told to nobody else."""
    if isinstance(error, RequestValidationError):
        return Problem(INVALID, tell_faults(error.errors()))
    if isinstance(error, HTTPException):
        return Problem(status_of_http(error.status_code), str(error.detail), error.headers or {})
    status = status_of(type(error))
    if not status.is_of_service:
        return Problem(status, _shorten(str(error)), status.headers)
    _log_error(request.scope, error)
    return Problem(status, load_strings(read_language(request))["try_later"])


def write_problem(request: Request, problem: Problem) -> JSONResponse:
    """The problem as JSON, titled in the language of the request."""
    body = {
        "type": TYPES + problem.status.kind,
        "title": problem.status.title(load_strings(read_language(request))),
        "status": problem.status.code,
        "detail": problem.detail,
        "instance": request.url.path,
        **problem.more,
    }
    return JSONResponse(body, problem.status.code, problem.headers, media_type="application/problem+json")


def tell_faults(faults: Iterable[Mapping[str, Any]]) -> str:
    """Pydantic's faults as one line, the first MAX_FAULTS with their places; no value that was met is repeated."""
    return "; ".join(_keep_first([f"{'.'.join(map(_name, fault['loc']))}: {fault['msg']}" for fault in faults]))


def _shorten(message: str) -> str:
    """A message that has a line for each fault with the first MAX_FAULTS alone."""
    return "\n".join(_keep_first(message.split("\n")))


def _keep_first(faults: list[str]) -> list[str]:
    more = len(faults) - MAX_FAULTS
    return [*faults[:MAX_FAULTS], f"and {more} more; mend these and send it again"] if more > 0 else faults


def _log_error(scope: Scope, error: Exception) -> None:
    """A fault that has an explanation with its text; any other by its place alone, for its text may quote a request."""
    kind = type(error).__name__
    if isinstance(error, KbError):
        _log.error("%s: %s", kind, error)
        return
    route = getattr(scope.get("route"), "path", "no route")
    last = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("%s in %s %s, %s:%s", kind, scope["method"], route, last.filename, last.lineno)


def _name(part: str | int) -> str:
    """A field's name or position; what was sent where a name should stand may be anything, and is not repeated."""
    return str(part) if re.fullmatch(r"\w{1,40}", str(part)) else "?"
