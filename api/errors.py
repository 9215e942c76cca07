"""Every error of the app as an answer: a page where a person is to read it, else JSON."""

from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from api.access.errors import SignInNeeded
from api.languages import load_strings
from api.pages.frame.render import is_for_a_person, render_page
from api.problem_details import Problem, describe_error, write_problem
from api.request_language import read_language
from kb.errors import KbError


def add_error_handlers(app: FastAPI) -> None:
    """Have the errors that are expected answered; those that are not are UnexpectedErrors' to answer."""
    for kind in (KbError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _answer)


def answer_error(request: Request, error: Exception) -> Response:
    """Any error as its answer."""
    if not is_for_a_person(request):
        return write_problem(request, describe_error(request, error))
    if isinstance(error, SignInNeeded):
        return _lead_to_sign_in(request)
    return _render(request, describe_error(request, error))


async def _answer(request: Request, error: Exception) -> Response:
    return answer_error(request, error)


def _lead_to_sign_in(request: Request) -> Response:
    """The page that signs in, which leads back; what was sent by a form is not sent again."""
    back = f"?{urlencode({'till': request.url.path})}" if request.method == "GET" else ""
    return RedirectResponse(f"/logga-in{back}", 303)


def _render(request: Request, problem: Problem) -> Response:
    language, status = read_language(request), problem.status
    title = status.title(load_strings(language))
    page = render_page(request, "error.html", language, status.code, error=title, detail=problem.detail)
    page.headers.update(problem.headers)
    return page
