"""A saved plan shared: by links that are listed and revoked, and with advisors."""

from datetime import timedelta

from fastapi import APIRouter, Request

from api.routes.answers import PLAN_ANSWERS
from api.routes.saved.asked import CHECKED, PLAN, PLANS, TAG, Once, PartId, PlanId
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.schemas.saved.sharing import AdvisorsIn, AdvisorsOut, LinkIn, LinkOut, NewLinkOut
from api.store.audit import record
from api.store.plans.links import list_links, make_link, revoke_link
from api.store.plans.needs import tell_needs
from api.store.plans.open import find_row

LINKS = f"{PLAN}/links"

router = APIRouter(prefix=PLANS, tags=[TAG], responses=PLAN_ANSWERS)


@router.get(LINKS, summary="Planens länkar")
def show_links(request: Request, plan_id: PlanId) -> list[LinkOut]:
    open_for(request, plan_id, "own")
    with reading_plan(request, plan_id) as (session, _):
        return [LinkOut.model_validate(link) for link in list_links(session, plan_id)]


@router.post(LINKS, summary="Dela en plan", status_code=201, dependencies=CHECKED)
def share(request: Request, plan_id: PlanId, body: LinkIn, once: Once = "") -> NewLinkOut:
    """Länken visas bara här. Samma `Idempotency-Key` ger samma länk igen."""
    with writing_plan(request, plan_id, "own") as (session, asker):
        lasts = timedelta(days=body.days)
        made = make_link(session, plan_id, body.used_for, body.name, lasts, asker.id, asker.now, once)
        record(session, asker.now, asker.id, f"plan.shared.{body.used_for}", plan_id)
    return NewLinkOut.model_validate(made)


@router.delete(f"{LINKS}/{{part_id}}", summary="Återkalla en länk", dependencies=CHECKED)
def revoke(request: Request, plan_id: PlanId, part_id: PartId) -> LinkOut:
    """Länken, som inte öppnar något mer."""
    with writing_plan(request, plan_id, "own") as (session, asker):
        link = revoke_link(session, plan_id, part_id, asker.now)
        record(session, asker.now, asker.id, "plan.link_revoked", plan_id)
        return LinkOut.model_validate(link)


@router.get(f"{PLAN}/advisors", summary="Vad rådgivare får göra")
def show_advisors(request: Request, plan_id: PlanId) -> AdvisorsOut:
    return AdvisorsOut(advisors=open_for(request, plan_id, "own").saved.row.advisors)


@router.put(f"{PLAN}/advisors", summary="Dela planen med rådgivare", dependencies=CHECKED)
def share_with_advisors(request: Request, plan_id: PlanId, body: AdvisorsIn) -> AdvisorsOut:
    """Rådgivare i länet och i hela landet hittar den då i `GET /v1/plans`."""
    with writing_plan(request, plan_id, "own") as (session, asker):
        row = find_row(session, plan_id, to_write=True)
        row.advisors = body.advisors
        tell_needs(session, row, asker.now)
        record(session, asker.now, asker.id, "plan.shared.advisors", plan_id)
    return AdvisorsOut(advisors=body.advisors)
