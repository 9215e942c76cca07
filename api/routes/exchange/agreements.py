"""Municipalities that have agreed to be asked: found by others, given and taken back by their own."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.exchange.contact import read_contact
from api.exchange.reachable import list_reachable
from api.routes.answers import EXCHANGE_ANSWERS
from api.routes.saved.asked import CHECKED, PlanId
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.schemas.exchange.agreement import AgreementIn, AgreementOut, AgreementQuery, agreement_out
from api.store.exchange.agreements import give_agreement, list_of_plan, withdraw_agreement

AGREEMENT = "/plans/{plan_id}/agreement"
Asking = Annotated[SignedIn, Depends(require("coordinator", "advisor"))]

router = APIRouter(prefix="/v1", tags=["erfarenheter"], responses=EXCHANGE_ANSWERS)


@router.get("/agreements", summary="Kommuner att fråga")
def show_others(
    request: Request, account: Asking, answer: Response, asked: Annotated[AgreementQuery, Query()]
) -> list[AgreementOut]:
    """Andra kommuner som arbetat med samma problem och går att nå. För samordnare och rådgivare."""
    answer.headers["Cache-Control"] = "no-store"
    with database_of(request).reading() as session:
        return [agreement_out(row) for row in list_reachable(session, account, asked.problem_area)]


@router.get(AGREEMENT, summary="Får andra fråga om planen?")
def show(request: Request, plan_id: PlanId, answer: Response) -> list[AgreementOut]:
    """Ett för varje problemområde; inget där kommunen inte har sagt ja."""
    answer.headers["Cache-Control"] = "no-store"
    open_for(request, plan_id, "own")
    with reading_plan(request, plan_id) as (session, _):
        return [agreement_out(row) for row in list_of_plan(session, plan_id)]


@router.put(AGREEMENT, summary="Låt andra fråga om planen", dependencies=CHECKED)
def agree(request: Request, plan_id: PlanId, body: AgreementIn, answer: Response) -> list[AgreementOut]:
    """I stället för det som gällde förut."""
    answer.headers["Cache-Control"] = "no-store"
    with writing_plan(request, plan_id, "own") as (session, asker):
        contact = read_contact(body.contact)
        given = give_agreement(session, plan_id, body.problem_areas, contact, asker.id, asker.now)
        return [agreement_out(row) for row in given]


@router.delete(AGREEMENT, summary="Ta tillbaka", status_code=204, dependencies=CHECKED)
def take_back(request: Request, plan_id: PlanId) -> None:
    """Gäller genast; inget av det finns kvar."""
    with writing_plan(request, plan_id, "own") as (session, asker):
        withdraw_agreement(session, plan_id, asker.id, asker.now)
