"""One saved plan: read, written, taken home, erased."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from api.access.current_account import current_account, database_of
from api.problem_details import Problem, write_problem
from api.routes.answers import CONFLICT, PLAN_ANSWERS
from api.routes.saved.asked import CHECKED, PLAN, PLANS, TAG, Base, PlanId, ToldBase, tag
from api.saved_plans.link_cookie import is_program
from api.saved_plans.opened import open_for, writing_plan
from api.schemas.saved.plan import ConflictOut, EditsIn, ErasureOut, PlanHeadOut, SavedOut, SavedPlanOut
from api.statuses import status_of
from api.store.audit import record
from api.store.plans.erase import erase_plan, find_erasure
from api.store.plans.errors import PlanConflict
from api.store.plans.save import Saved, save_fields
from kb.plans.working.saved_work import write_working_plan

router = APIRouter(prefix=PLANS, tags=[TAG], responses=PLAN_ANSWERS)


@router.get(PLAN, summary="En sparad plan")
def show_plan(request: Request, answer: Response, plan_id: PlanId) -> SavedPlanOut:
    opened = open_for(request, plan_id)
    saved = opened.saved
    tag(answer, saved.version)
    head = PlanHeadOut.model_validate(saved.row).model_dump()
    told = {**head, "written": dict(saved.plan.written), "right": opened.asker.right, "adoption": saved.adoption}
    return SavedPlanOut.model_validate(told)


@router.get(f"{PLAN}/plan.json", summary="Hela planen, att ta hem")
def show_whole(request: Request, plan_id: PlanId) -> Response:
    saved = open_for(request, plan_id).saved
    answer = Response(write_working_plan(saved.plan), media_type="application/json")
    tag(answer, saved.version)
    return answer


@router.patch(PLAN, summary="Skriv i en plan", dependencies=CHECKED, response_model=SavedOut, responses=CONFLICT)
def write_plan(request: Request, plan_id: PlanId, body: EditsIn, base: Base) -> Response:
    """`If-Match` är den version som lästes. Det andra har skrivit sedan dess står kvar. Ett fält som båda har skrivit
    olika ger 409 med båda texterna; de andra fälten är sparade."""
    with writing_plan(request, plan_id) as (session, asker):
        saved = save_fields(session, plan_id, base, body.edits, asker.id, asker.now)
    return tell_saved(request, saved)


def tell_saved(request: Request, saved: Saved) -> Response:
    """What came of a save: the new version, or the fields that others wrote meanwhile."""
    answer = _tell_conflicts(request, saved) if saved.conflicts else JSONResponse(_dump(saved))
    tag(answer, saved.version)
    return answer


@router.delete(PLAN, summary="Radera en plan", dependencies=CHECKED)
def erase(request: Request, plan_id: PlanId, base: ToldBase) -> ErasureOut:
    """Svaret är beviset. Den som raderar en gång till får samma bevis."""
    if proof := _find_proof(request, plan_id):
        return proof
    with writing_plan(request, plan_id, "own") as (session, asker):
        made = erase_plan(session, plan_id, asker.id, asker.now, base=base)
        record(session, asker.now, asker.id, "plan.erased", plan_id)
    return ErasureOut.model_validate(made)


def _tell_conflicts(request: Request, saved: Saved) -> JSONResponse:
    detail = f"{len(saved.conflicts)} fields were written by others too; send them again with version {saved.version}"
    conflicts = [ConflictOut.model_validate(conflict).model_dump() for conflict in saved.conflicts]
    problem = Problem(status_of(PlanConflict), detail, more={**_dump(saved), "conflicts": conflicts})
    return write_problem(request, problem)


def _dump(saved: Saved) -> dict[str, object]:
    return SavedOut.model_validate(saved).model_dump()


def _find_proof(request: Request, plan_id: str) -> ErasureOut | None:
    """The proof that the plan was erased, for the coordinators that it was of."""
    with database_of(request).reading() as session:
        proof = find_erasure(session, plan_id)
    account = None if is_program(request) else current_account(request)
    if proof is None or account is None or account.role != "coordinator":
        return None
    return ErasureOut.model_validate(proof) if account.scope.covers(proof.municipality_code) else None
