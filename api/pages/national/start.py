"""The first page of the national view: what there is, and what each part answers."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage
from api.pages.frame.private import render_private

NATIONAL = "/nationellt"
PARTS: Mapping[str, str] = {
    "/nationellt/prioritering": "national_priority",
    "/nationellt/karta": "national_map",
    "/nationellt/effekt": "national_effect",
    f"{NATIONAL}/behov": "national_needs",
    f"{NATIONAL}/rapport": "national_report",
    f"{NATIONAL}/anvandning": "national_use",
}
"""Address of a part -> the key of its name; that of the question it answers is the same with `_question` after it."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(NATIONAL)
def show_parts(
    request: Request, language: ChosenLanguage, account: Annotated[SignedIn, Depends(require("advisor"))]
) -> Response:
    return render_private(request, "national/start.html", language, parts=PARTS, account=account)
