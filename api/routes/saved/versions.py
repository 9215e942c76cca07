"""The versions of a saved plan: listed, read, taken up again."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.routes.answers import PLAN_ANSWERS
from api.routes.saved.asked import CHECKED, PLAN, PLANS, TAG, Base, Number, Once, PlanId, tag
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.schemas.saved.plan import ChangeOut, PlanHeadOut, VersionOut, WholeVersionOut
from api.store.audit import record
from api.store.once import make_once
from api.store.plans.open import list_versions, open_plan
from api.store.plans.save import restore_version
from api.store.plans.written_json import list_changes

VERSIONS = f"{PLAN}/versions"

router = APIRouter(prefix=PLANS, tags=[TAG], responses=PLAN_ANSWERS)


@router.get(VERSIONS, summary="Planens versioner")
def show_versions(
    request: Request,
    plan_id: PlanId,
    before: Annotated[int | None, Query(ge=1, le=10**9, examples=[200])] = None,
) -> list[VersionOut]:
    """Den senaste först, högst 200; `before` ger dem som är äldre än den versionen."""
    with reading_plan(request, plan_id) as (session, _):
        return [VersionOut.model_validate(version) for version in list_versions(session, plan_id, before)]


@router.get(f"{VERSIONS}/{{number}}", summary="En version av planen")
def show_version(request: Request, plan_id: PlanId, number: Number) -> WholeVersionOut:
    with reading_plan(request, plan_id) as (session, _):
        written = open_plan(session, plan_id, number).plan.written
        before = open_plan(session, plan_id, number - 1).plan.written if number else {}
    changed = list_changes(before, written) if number else {}
    changes = {path: ChangeOut(before=texts[0], after=texts[1]) for path, texts in changed.items()}
    return WholeVersionOut(number=number, written=dict(written), changes=changes)


@router.post(f"{VERSIONS}/{{number}}/restoration", summary="Ta upp en version igen", dependencies=CHECKED)
def restore(
    request: Request, answer: Response, plan_id: PlanId, number: Number, base: Base, once: Once = ""
) -> PlanHeadOut:
    """Versionens fält blir en ny version. `If-Match` är den version som lästes; har planen ändrats sedan dess är svaret
    412."""
    with writing_plan(request, plan_id) as (session, asker):

        def make(_: str) -> None:
            restore_version(session, plan_id, number, asker.id, asker.now, base)
            record(session, asker.now, asker.id, "plan.restored", plan_id)

        make_once(session, f"{asker.id} restoration {plan_id}", once, asker.now, make)
    row = open_for(request, plan_id).saved.row
    tag(answer, row.version)
    return PlanHeadOut.model_validate(row)
