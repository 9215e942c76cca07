"""One's own profile: what it says, what is said of it, and what is consented to."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from api.access.current_account import database_of, now_of
from api.expert_side.own_profile import own_profile, published_snapshot, slug_of
from api.expert_side.profile_fields import show_fields
from api.expert_side.read_changes import tidy_changes
from api.routes.answers import EXPERT_SIDE_ANSWERS
from api.routes.expert_side.asked import CHECKED, TAG, Once, Organisation
from api.schemas.expert_side.profile import (
    ConsentIn,
    ConsentOut,
    MyProfileOut,
    ProfileFieldOut,
    ReviewIn,
    ReviewOut,
)
from api.store.experts.consents import give_consent, has_withdrawn, list_consents, withdraw_consent
from api.store.experts.reviews import list_reviews, read_changes, send_review
from api.store.experts.tables import ExpertReview, Purpose

router = APIRouter(prefix="/v1/my-profile", tags=[TAG], responses=EXPERT_SIDE_ANSWERS)


@router.get("", summary="Den egna profilen, det som är sagt om den och samtycken")
def show_my_profile(request: Request, account: Organisation) -> MyProfileOut:
    """Den visas också för er när publiceringen är tillbakatagen."""
    expert = own_profile(request, account)
    with database_of(request).reading() as session:
        return MyProfileOut(
            slug=expert.slug,
            is_shown=not has_withdrawn(session, expert.slug, "publication"),
            fields=[ProfileFieldOut.model_validate(one) for one in show_fields(expert, published_snapshot(request))],
            consents=[ConsentOut.model_validate(row) for row in list_consents(session, expert.slug)],
            reviews=[_review_out(review) for review in list_reviews(session, expert.slug)],
        )


@router.post("/reviews", summary="Säg vad som stämmer i profilen", status_code=201, dependencies=CHECKED)
def review(request: Request, account: Organisation, body: ReviewIn, once: Once = "") -> ReviewOut:
    """Går till redaktionen. Utan ändringar stämmer allt."""
    slug, changes = slug_of(account), tidy_changes(body.changes)
    with database_of(request).session() as session:
        review_id = send_review(session, slug, changes, account.id, now_of(request), once)
        session.flush()
        return _review_out(session.get_one(ExpertReview, review_id))


@router.put("/consents/{purpose}", summary="Samtyck, eller ta tillbaka det", dependencies=CHECKED)
def consent(
    request: Request, account: Organisation, purpose: Annotated[Purpose, Path(examples=["quality"])], body: ConsentIn
) -> ConsentOut:
    """Svaret är kvittot. Det som redan är sagt får samma kvitto igen."""
    choose = give_consent if body.is_given else withdraw_consent
    with database_of(request).session() as session:
        return ConsentOut.model_validate(choose(session, slug_of(account), purpose, account.id, now_of(request)))


def _review_out(row: ExpertReview) -> ReviewOut:
    return ReviewOut(id=row.id, at=row.at, is_right=row.is_right, changes=read_changes(row), settled=row.settled)
