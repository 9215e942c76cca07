"""Pages that show what a municipality wrote: kept nowhere, neither by a browser nor on the way to it."""

from fastapi import Request
from fastapi.responses import Response

from api.languages import Language
from api.pages.frame.render import render_page


def render_private(request: Request, name: str, language: Language, status: int = 200, **values: object) -> Response:
    """The template as a page that is not to be stored."""
    return keep_nowhere(render_page(request, name, language, status, **values))


def keep_nowhere(answer: Response) -> Response:
    """The answer, marked so that nothing stores it."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
