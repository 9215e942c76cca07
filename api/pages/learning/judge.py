"""An answer judged in one click, and then, for who wants to, why: a form that works without script."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.access.same_site import check_same_site
from api.deps import ChosenLanguage, CurrentSearcher
from api.learning.take_feedback import MAX_REASON_CHARS, take_feedback, take_reason
from api.pages.frame.form_fields import Fields, read_typed
from api.pages.frame.private import render_private
from api.pages.learning.addresses import JUDGE, REASON, THANKS, read_search, thanks_address
from api.store.learning.errors import FeedbackRejected
from api.store.learning.feedback import Said, find_fresh
from api.store.learning.tables import FEEDBACK_ABOUT

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

NAMES = ("about", "slug", "verdict", "asked", "reason", "till")
VERDICTS = {"right": True, "wrong": False}


@router.post(JUDGE, dependencies=[Depends(check_same_site)])
def judge(request: Request, searcher: CurrentSearcher, fields: Fields) -> Response:
    typed = read_typed(fields, NAMES)
    feedback_id = take_feedback(request, _read(typed), searcher.snapshot)
    return RedirectResponse(thanks_address(feedback_id, read_search(typed["till"])), 303)


@router.get(THANKS)
def thank(request: Request, feedback_id: str, language: ChosenLanguage, till: str = "") -> Response:
    """Shown for an hour to who has the address. What was asked is not shown again."""
    with database_of(request).reading() as session:
        row = find_fresh(session, feedback_id, now_of(request))
    return render_private(
        request,
        "learning/thanks.html",
        language,
        feedback_id=row.id,
        is_right=row.is_right,
        may_add=row.reason is None and row.state == "new",
        has_reason=row.reason is not None,
        search=read_search(till),
        about=row.about,
        max_reason_chars=MAX_REASON_CHARS,
    )


@router.post(REASON, dependencies=[Depends(check_same_site)])
def add_why(request: Request, feedback_id: str, fields: Fields) -> Response:
    typed = read_typed(fields, ("reason", "till"))
    take_reason(request, feedback_id, typed["reason"])
    return RedirectResponse(thanks_address(feedback_id, read_search(typed["till"])), 303)


def _read(typed: dict[str, str]) -> Said:
    """What was sent.

    Raises
    ------
    FeedbackRejected : it is of no form of this site
    """
    about = next((about for about in FEEDBACK_ABOUT if about == typed["about"]), None)
    if about is None or typed["verdict"] not in VERDICTS:
        raise FeedbackRejected("about: hit or problem; verdict: right or wrong; send the form of a page here")
    return Said(
        about=about,
        slug=typed["slug"],
        is_right=VERDICTS[typed["verdict"]],
        asked=typed["asked"],
        reason=typed["reason"],
    )
