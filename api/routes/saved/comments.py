"""Comments at a saved plan: listed, written, settled and opened again, taken away."""

from fastapi import APIRouter, Request

from api.routes.answers import PLAN_ANSWERS
from api.routes.saved.asked import CHECKED, PLAN, PLANS, TAG, Once, PartId, PlanId
from api.saved_plans.comments import take_away
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.schemas.saved.sharing import CommentIn, CommentOut, CommentStateIn
from api.store.plans.comments import (
    add_comment,
    check_comment,
    find_comment,
    list_comments,
    reopen_comment,
    settle_comment,
)
from api.store.once import make_once
from kb.plans.working.read_action_plan import read_action_plan

COMMENTS = f"{PLAN}/comments"
COMMENT = f"{COMMENTS}/{{part_id}}"

router = APIRouter(prefix=PLANS, tags=[TAG], responses=PLAN_ANSWERS)


@router.get(COMMENTS, summary="Planens kommentarer")
def show_comments(request: Request, plan_id: PlanId) -> list[CommentOut]:
    with reading_plan(request, plan_id) as (session, _):
        return [CommentOut.model_validate(comment) for comment in list_comments(session, plan_id)]


@router.post(COMMENTS, summary="Kommentera en plan", status_code=201, dependencies=CHECKED)
def comment(request: Request, plan_id: PlanId, body: CommentIn, once: Once = "") -> CommentOut:
    """Den som får läsa planen får kommentera den; en nyckel måste få skriva."""
    text = check_comment(read_action_plan(open_for(request, plan_id).saved.plan), body.place, body.text)
    with writing_plan(request, plan_id, "read") as (session, asker):
        asker.check_may_comment()

        def make(made: str) -> None:
            add_comment(session, made, plan_id, body.place, text, asker.id, asker.now)

        made = make_once(session, f"{asker.id} comment {plan_id}", once, asker.now, make)
        session.flush()
        return CommentOut.model_validate(find_comment(session, plan_id, made))


@router.patch(COMMENT, summary="Klarmarkera en kommentar, eller öppna den igen", dependencies=CHECKED)
def settle(request: Request, plan_id: PlanId, part_id: PartId, body: CommentStateIn) -> CommentOut:
    with writing_plan(request, plan_id) as (session, asker):
        if body.is_settled:
            return CommentOut.model_validate(settle_comment(session, plan_id, part_id, asker.now))
        return CommentOut.model_validate(reopen_comment(session, plan_id, part_id))


@router.delete(COMMENT, summary="Ta bort en kommentar", status_code=204, dependencies=CHECKED)
def delete(request: Request, plan_id: PlanId, part_id: PartId) -> None:
    """Den som skrev den, och planens samordnare."""
    with writing_plan(request, plan_id, "read") as (session, asker):
        take_away(session, asker, plan_id, part_id)
