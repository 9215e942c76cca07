"""Pages that show what a municipality wrote, or who it is: kept nowhere, neither by a browser nor on the way to it."""

from fastapi import Request
from fastapi.responses import Response

from api.access.csrf import csrf_token, keep_form_cookie
from api.languages import Language
from api.pages.frame.render import render_page


def render_private(request: Request, name: str, language: Language, status: int = 200, **values: object) -> Response:
    """The template as a page that is not to be stored."""
    return keep_nowhere(render_page(request, name, language, status, **values))


def render_form_page(request: Request, name: str, language: Language, status: int = 200, **values: object) -> Response:
    """The same with forms that write: each has `parts/csrf.html`, which shows the token."""
    page = render_private(request, name, language, status, csrf=csrf_token(request), **values)
    keep_form_cookie(request, page)
    return page


def keep_nowhere(answer: Response) -> Response:
    """The answer, marked so that nothing stores it."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
