"""Published accounts of practice, for everybody; and those that wait, for editors."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.access.csrf import CSRF_HEADER, check_csrf
from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.routes.answers import EXCHANGE_ANSWERS, PUBLISHED_ANSWERS
from api.schemas.exchange.practice import (
    PracticeOut,
    PracticeQuery,
    PracticeReviewIn,
    PublishedListOut,
    PublishedPracticeOut,
    practice_out,
    published_out,
    wanted_in,
)
from api.store.exchange.practice import list_submitted, review_practice
from api.store.exchange.published import find_published, list_published

TAG = "erfarenheter"
ACCOUNTS = "/accounts-of-practice"


def _check(request: Request) -> None:
    check_csrf(request, request.headers.get(CSRF_HEADER, ""))


Editor = Annotated[SignedIn, Depends(require("editor"))]
PracticeId = Annotated[str, Path(examples=["2c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f"])]

router = APIRouter(prefix="/v1", tags=[TAG])


@router.get(ACCOUNTS, summary="Kommuners berättelser om åtgärder", responses=PUBLISHED_ANSWERS)
def show(request: Request, asked: Annotated[PracticeQuery, Query()]) -> PublishedListOut:
    """För alla. Kommunernas egna berättelser, granskade av en redaktör; inte forskning."""
    with database_of(request).reading() as session:
        listed = list_published(session, wanted_in(asked), asked.page)
    return PublishedListOut(n=listed.n, accounts=[published_out(row) for row in listed.rows])


@router.get(f"{ACCOUNTS}/submitted", summary="Berättelser som väntar på granskning", responses=EXCHANGE_ANSWERS)
def show_submitted(request: Request, account: Editor, answer: Response) -> list[PracticeOut]:  # noqa: ARG001
    """För redaktörer, den som väntat längst först."""
    answer.headers["Cache-Control"] = "no-store"
    with database_of(request).reading() as session:
        return [practice_out(row) for row in list_submitted(session)]


@router.get(f"{ACCOUNTS}/{{practice_id}}", summary="En kommuns berättelse", responses=PUBLISHED_ANSWERS)
def show_one(request: Request, practice_id: PracticeId) -> PublishedPracticeOut:
    with database_of(request).reading() as session:
        return published_out(find_published(session, practice_id))


@router.post(
    f"{ACCOUNTS}/{{practice_id}}/review",
    summary="Publicera, återsänd eller avböj en berättelse",
    responses=EXCHANGE_ANSWERS,
    dependencies=[Depends(_check)],
)
def review(
    request: Request, account: Editor, answer: Response, practice_id: PracticeId, body: PracticeReviewIn
) -> PracticeOut:
    """För redaktörer. Den som återsänds eller avböjs får ett skäl."""
    answer.headers["Cache-Control"] = "no-store"
    now, reason = now_of(request), body.reason.strip()
    with database_of(request).session() as session:
        row = review_practice(session, practice_id, body.decision, reason, body.version, account.id, now)
        return practice_out(row)
