"""The first page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage
from api.pages.linked_data import describe_site
from api.pages.render import render_page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def show_start(request: Request, language: ChosenLanguage) -> Response:
    return render_page(request, "start.html", language, linked_data=describe_site(request))
