"""A request of a page that cannot be answered: what is wrong, on the page with the form, with what was typed."""

from fastapi import Request
from fastapi.responses import Response

from api.languages import Language, load_strings
from api.pages.frame.render import render_page
from api.statuses import status_of
from kb.errors import KbError


def render_failure(request: Request, name: str, language: Language, error: KbError, **values: object) -> Response:
    """The template with the error's title as `error` and its text as `detail`, and the error's status."""
    status = status_of(type(error))
    title = status.title(load_strings(language))
    return render_page(request, name, language, status.code, error=title, detail=error, **values)
