"""What organisations have said of their profiles, for those who write them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage
from api.expert_side.own_profile import published_snapshot
from api.expert_side.review_tasks import list_tasks
from api.pages.expert_side.addresses import REVIEWS
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.store.experts.reviews import list_settled, settle_review

Editor = Annotated[SignedIn, Depends(require("editor"))]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(REVIEWS)
def show_reviews(request: Request, account: Editor, language: ChosenLanguage) -> Response:  # noqa: ARG001
    with database_of(request).reading() as session:
        tasks, settled = list_tasks(session, published_snapshot(request)), list_settled(session)
    return render_form_page(
        request,
        "expert_side/reviews.html",
        language,
        tasks=tasks,
        settled=settled,
        done=request.query_params.get("klar"),
    )


@router.post(REVIEWS)
def settle(request: Request, account: Editor, fields: CheckedFields) -> Response:
    with database_of(request).session() as session:
        settle_review(session, read_typed(fields, ("review",))["review"], account.id, now_of(request))
    return RedirectResponse(f"{REVIEWS}?klar=1#klar", 303)
