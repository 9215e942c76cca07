"""Every error of the app as an answer: a page where a person is to read it, else JSON."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

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
    problem = describe_error(request, error)
    return _render(request, problem) if is_for_a_person(request) else write_problem(request, problem)


async def _answer(request: Request, error: Exception) -> Response:
    return answer_error(request, error)


def _render(request: Request, problem: Problem) -> Response:
    language, status = read_language(request), problem.status
    title = status.title(load_strings(language))
    page = render_page(request, "error.html", language, status.code, error=title, detail=problem.detail)
    page.headers.update(problem.headers)
    return page
