"""A saved plan adopted, taken up again, and followed up."""

from fastapi import APIRouter, Request, Response

from api.deps import Today
from api.routes.answers import CONFLICT, PLAN_ANSWERS
from api.routes.saved.asked import CHECKED, PLAN, PLANS, TAG, Base, PlanId, ToldBase, tag
from api.routes.saved.plan import tell_saved
from api.saved_plans.opened import open_for, writing_plan
from api.schemas.saved.follow_up import FollowUpOut, ValuesIn, follow_up_out
from api.schemas.saved.plan import AdoptionIn, PlanHeadOut, SavedOut
from api.store.audit import record
from api.store.plans.adopt import adopt_plan, revise_plan
from api.store.plans.save import save_fields
from kb.plans.working.follow_up import draft_follow_up
from kb.plans.working.read_action_plan import read_action_plan

router = APIRouter(prefix=PLANS, tags=[TAG], responses=PLAN_ANSWERS)


@router.post(f"{PLAN}/adoption", summary="Anta en plan", dependencies=CHECKED)
def adopt(request: Request, answer: Response, plan_id: PlanId, body: AdoptionIn, base: Base) -> PlanHeadOut:
    """Beslutet fryser versionen i `If-Match`. Antagen igen står den kvar som den antogs."""
    with writing_plan(request, plan_id, "own") as (session, asker):
        adopt_plan(session, plan_id, base, (body.day, body.body, body.paragraph), asker.id, asker.now)
        record(session, asker.now, asker.id, "plan.adopted", plan_id)
    return _show_head(request, answer, plan_id)


@router.post(f"{PLAN}/revision", summary="Revidera en antagen plan", dependencies=CHECKED)
def revise(request: Request, answer: Response, plan_id: PlanId, base: ToldBase) -> PlanHeadOut:
    """Planen blir ett utkast igen; den antagna versionen finns kvar."""
    with writing_plan(request, plan_id, "own") as (session, asker):
        revise_plan(session, plan_id, base)
        record(session, asker.now, asker.id, "plan.revised", plan_id)
    return _show_head(request, answer, plan_id)


@router.get(f"{PLAN}/follow-up", summary="Uppföljningen, som den kan berättas i dag")
def show_follow_up(request: Request, answer: Response, plan_id: PlanId, today: Today) -> FollowUpOut:
    saved = open_for(request, plan_id).saved
    work = read_action_plan(saved.plan)
    tag(answer, saved.version)
    return follow_up_out(draft_follow_up(work, today), work.follow_up)


@router.post(
    f"{PLAN}/follow-up", summary="Skriv värden", dependencies=CHECKED, response_model=SavedOut, responses=CONFLICT
)
def write_values(request: Request, plan_id: PlanId, body: ValuesIn, base: Base) -> Response:
    """Vad mål och mått var en dag, också i en antagen plan. Det är samma sak som att skriva fälten
    `value-` och `remark-` med dagen, och svaret är detsamma."""
    values = {f"{path}/value-{body.day}": text for path, text in body.values.items()}
    remarks = {f"{path}/remark-{body.day}": text for path, text in body.remarks.items()}
    with writing_plan(request, plan_id) as (session, asker):
        saved = save_fields(session, plan_id, base, {**values, **remarks}, asker.id, asker.now)
    return tell_saved(request, saved)


def _show_head(request: Request, answer: Response, plan_id: str) -> PlanHeadOut:
    row = open_for(request, plan_id).saved.row
    tag(answer, row.version)
    return PlanHeadOut.model_validate(row)
