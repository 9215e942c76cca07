"""What users say of answers: told by anyone, read and reviewed by editors; and words that had no answer."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.access.csrf import CSRF_HEADER, check_csrf
from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.same_site import check_same_site
from api.access.signed_in import SignedIn
from api.deps import CurrentSearcher
from api.learning.take_feedback import take_feedback
from api.routes.answers import FEEDBACK_ANSWERS, FEEDBACK_REJECTED
from api.schemas.learning.feedback import (
    FeedbackIn,
    FeedbackListOut,
    FeedbackOut,
    FeedbackQuery,
    FeedbackTakenOut,
    ReviewIn,
    UnansweredWordOut,
    UnansweredWordsOut,
    feedback_out,
    said_in,
    wanted_in,
)
from api.store.learning.feedback import list_feedback, review_feedback
from api.store.learning.unanswered import N_TOWNS, list_words


def _check(request: Request) -> None:
    check_csrf(request, request.headers.get(CSRF_HEADER, ""))


Editor = Annotated[SignedIn, Depends(require("editor"))]
CHECKED = [Depends(_check)]
FeedbackId = Annotated[str, Path(examples=["5f2b8a7c9d1e4f60a1b2c3d4e5f60718"])]

router = APIRouter(prefix="/v1", tags=["omdömen"])


@router.post(
    "/feedback",
    summary="Rätt eller fel svar",
    status_code=201,
    responses=FEEDBACK_REJECTED,
    dependencies=[Depends(check_same_site)],
)
def tell(request: Request, searcher: CurrentSearcher, body: FeedbackIn) -> FeedbackTakenOut:
    """För alla, utan konto. Det som skickas maskeras och sparas krypterat; vem som skickade det sparas inte."""
    return FeedbackTakenOut(id=take_feedback(request, said_in(body), searcher.snapshot))


@router.get("/feedback", summary="Vad användare säger om svar, för redaktörer", responses=FEEDBACK_ANSWERS)
def show(
    request: Request,
    account: Editor,  # noqa: ARG001
    answer: Response,
    asked: Annotated[FeedbackQuery, Query()],
) -> FeedbackListOut:
    answer.headers["Cache-Control"] = "no-store"
    with database_of(request).reading() as session:
        listed = list_feedback(session, wanted_in(asked), asked.page)
    return FeedbackListOut(n=listed.n, feedback=[feedback_out(row) for row in listed.rows])


@router.post(
    "/feedback/{feedback_id}/review",
    summary="Ta eller stryk ett omdöme",
    responses=FEEDBACK_ANSWERS,
    dependencies=CHECKED,
)
def review(request: Request, account: Editor, answer: Response, feedback_id: FeedbackId, body: ReviewIn) -> FeedbackOut:
    """En gång: det som är granskat står fast."""
    answer.headers["Cache-Control"] = "no-store"
    with database_of(request).session() as session:
        return feedback_out(review_feedback(session, feedback_id, body.state, account.id, now_of(request)))


@router.get("/unanswered-words", summary="Ord i frågor utan svar, för redaktörer", responses=FEEDBACK_ANSWERS)
def show_words(request: Request, account: Editor) -> UnansweredWordsOut:  # noqa: ARG001
    """Bara ord som minst fem kommuner har frågat efter, de vanligaste först."""
    with database_of(request).reading() as session:
        words = [UnansweredWordOut.model_validate(row) for row in list_words(session)]
    return UnansweredWordsOut(n_towns=N_TOWNS, counting=request.app.state.count_unanswered, words=words)
