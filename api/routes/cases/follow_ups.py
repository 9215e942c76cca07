"""Follow-ups: of a case for who is signed in, by the link of a message, and what they say to the expert."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.cases.advice.answer_follow_up import answer_follow_up
from api.cases.advice.seen_follow_up import see_follow_up
from api.cases.opened import reading_case, writing_case
from api.routes.answers import ADVICE_ANSWERS
from api.routes.saved.asked import CHECKED
from api.schemas.cases.follow_up import (
    AnsweredOut,
    FollowUpIn,
    FollowUpOut,
    MyQualityOut,
    answer_in,
    my_quality_out,
)
from api.store.cases.follow_up_links import find_by_link
from api.store.cases.follow_ups import BY_LINK, find_follow_up, list_follow_ups
from api.store.quality.figures import find_expert_figures, has_consent

CASE_FOLLOW_UPS = "/v1/cases/{case_id}/follow-ups"
CaseId = Annotated[str, Path(examples=["0f3c9a7be0214d55a1c2d3e4f5061728"])]
Months = Annotated[int, Path(ge=1, le=99, examples=[3])]
Token = Annotated[str, Path(max_length=100, examples=["9f2b7c41d8e0a3659f2b7c41d8e0a365"])]
Expert = Annotated[SignedIn, Depends(require("expert"))]

router = APIRouter(tags=["ärenden"], responses=ADVICE_ANSWERS)


@router.get(CASE_FOLLOW_UPS, summary="Ärendets uppföljningar")
def show_follow_ups(request: Request, answer: Response, case_id: CaseId) -> list[FollowUpOut]:
    """Kommunen ser sina svar, rådgivaren om det är besvarat och vad som är skrivet."""
    answer.headers["Cache-Control"] = "no-store"
    with reading_case(request, case_id, "ask", "advise") as (session, _, asker):
        return [FollowUpOut.model_validate(see_follow_up(row, asker)) for row in list_follow_ups(session, case_id)]


@router.post(f"{CASE_FOLLOW_UPS}/{{months}}", summary="Besvara en uppföljning", dependencies=CHECKED)
def answer_own(request: Request, case_id: CaseId, months: Months, body: FollowUpIn) -> AnsweredOut:
    """Kommunens samordnare. Ett svar står fast; samma svar igen ändrar ingenting."""
    with writing_case(request, case_id, "ask") as (session, _, asker):
        row = find_follow_up(session, case_id, months, asker.now.date())
        answer_follow_up(session, row, answer_in(body), asker.id, asker.now)
        return AnsweredOut(months=row.months, answered=row.answered)


@router.post("/v1/follow-ups/{token}", summary="Besvara en uppföljning med länken i ett mejl")
def answer_by_link(request: Request, token: Token, body: FollowUpIn) -> AnsweredOut:
    """Utan inloggning, i 60 dagar. Ett svar står fast; samma svar igen ändrar ingenting."""
    now = now_of(request)
    with database_of(request).session() as session:
        row = find_by_link(session, token, now, to_write=True)
        answer_follow_up(session, row, answer_in(body), BY_LINK, now)
        return AnsweredOut(months=row.months, answered=row.answered)


@router.get("/v1/my-quality", summary="Vad de som fick råd tyckte, för expertens organisation")
def show_my_quality(request: Request, account: Expert) -> MyQualityOut:
    """Medel och spridning, där minst fem har svarat, från minst tre kommuner; aldrig texter."""
    slug = account.scope.code
    with database_of(request).reading() as session:
        return my_quality_out(find_expert_figures(session, slug), has_consent=has_consent(session, slug))
