"""Pages for a webmaster: the widget with its two lines, and a check of what a page's policy lets through."""

import gzip
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage
from api.languages import Language
from api.pages.frame.failure import render_failure
from api.pages.frame.render import render_page
from api.public_url import public_url
from api.widget.attributes import ATTRIBUTES, EVENTS, PARTS, VARIABLES
from api.widget.bundle import build_bundle
from api.widget.csp import check_csp, needed_lines
from api.widget.embed import Embedding, write_embedding
from api.widget.errors import PolicyRejected
from api.widget.releases import LATEST

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/widget")
def show_widget(request: Request, language: ChosenLanguage) -> Response:
    script = build_bundle().script
    embedding = _embedding(request, language)
    return render_page(
        request,
        "widget.html",
        language,
        embedding=embedding,
        csp_lines=needed_lines(embedding.needs),
        script=script,
        kilobytes=len(gzip.compress(script.content, mtime=0)) / 1000,
        latest=LATEST,
        attributes=ATTRIBUTES,
        variables=VARIABLES,
        parts=PARTS,
        events=EVENTS,
    )


@router.get("/widget/kontroll")
def show_widget_check(request: Request, language: ChosenLanguage) -> Response:
    return render_page(request, "widget_check.html", language, embedding=_embedding(request, language))


@router.post("/widget/kontroll")
def check_page_policy(
    request: Request,
    language: ChosenLanguage,
    policy: Annotated[str, Form()] = "",
    page: Annotated[str, Form()] = "",
) -> Response:
    embedding = _embedding(request, language)
    shown: dict[str, Any] = {"embedding": embedding, "policy": policy, "page": page}
    try:
        shown["reports"] = check_csp(policy, embedding.needs, page.strip() or None)
    except PolicyRejected as error:
        return render_failure(request, "widget_check.html", language, error, **shown)
    return render_page(request, "widget_check.html", language, **shown)


def _embedding(request: Request, language: Language) -> Embedding:
    return write_embedding(build_bundle().script, public_url(request, "/"), language)
