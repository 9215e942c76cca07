"""The accounts of practice of a plan, written by its municipality."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api.exchange.write import begin_from_plan, submit_guarded, write_guarded
from api.routes.answers import EXCHANGE_ANSWERS
from api.routes.saved.asked import CHECKED, PLAN, PLANS, PlanId
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.schemas.exchange.practice import PracticeBeginIn, PracticeOut, PracticeTextsIn, practice_out
from api.store.exchange.practice import find_of_plan, list_of_plan, withdraw_practice
from api.store.exchange.texts import TEXTS
from api.store.plans.open import open_plan

ACCOUNTS = f"{PLAN}/accounts-of-practice"
ONE = f"{ACCOUNTS}/{{practice_id}}"
PracticeId = Annotated[str, Path(examples=["2c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f"])]

router = APIRouter(prefix=PLANS, tags=["erfarenheter"], responses=EXCHANGE_ANSWERS)


@router.get(ACCOUNTS, summary="Planens berättelser")
def show(request: Request, plan_id: PlanId, answer: Response) -> list[PracticeOut]:
    """För kommunens samordnare, i alla lägen."""
    answer.headers["Cache-Control"] = "no-store"
    open_for(request, plan_id, "own")
    with reading_plan(request, plan_id) as (session, _):
        return [practice_out(row) for row in list_of_plan(session, plan_id)]


@router.post(ACCOUNTS, summary="Börja en berättelse om en åtgärd", status_code=201, dependencies=CHECKED)
def begin(request: Request, plan_id: PlanId, body: PracticeBeginIn, answer: Response) -> PracticeOut:
    """Ett utkast med det som planen säger om åtgärden, som ska ha följts upp."""
    answer.headers["Cache-Control"] = "no-store"
    with writing_plan(request, plan_id, "own") as (session, asker):
        saved = open_plan(session, plan_id)
        return practice_out(begin_from_plan(session, saved, body.measure, asker.id, asker.now))


@router.put(ONE, summary="Skriv en berättelse", dependencies=CHECKED)
def write(
    request: Request, plan_id: PlanId, practice_id: PracticeId, body: PracticeTextsIn, answer: Response
) -> PracticeOut:
    """Personuppgifter stoppas, eller maskeras med `mask`."""
    answer.headers["Cache-Control"] = "no-store"
    texts = {name: getattr(body, name) for name in TEXTS}
    with writing_plan(request, plan_id, "own") as (session, asker):
        row = find_of_plan(session, plan_id, practice_id, to_write=True)
        write_guarded(session, row, texts, asker.id, asker.now, base=body.version, may_mask=body.mask)
        return practice_out(row)


@router.post(f"{ONE}/submission", summary="Skicka en berättelse till granskning", dependencies=CHECKED)
def submit(request: Request, plan_id: PlanId, practice_id: PracticeId, answer: Response) -> PracticeOut:
    answer.headers["Cache-Control"] = "no-store"
    with writing_plan(request, plan_id, "own") as (session, asker):
        row = find_of_plan(session, plan_id, practice_id, to_write=True)
        submit_guarded(session, row, asker.id, asker.now)
        return practice_out(row)


@router.post(f"{ONE}/withdrawal", summary="Ta tillbaka en berättelse", dependencies=CHECKED)
def withdraw(request: Request, plan_id: PlanId, practice_id: PracticeId, answer: Response) -> PracticeOut:
    """Det som är publicerat försvinner genast."""
    answer.headers["Cache-Control"] = "no-store"
    with writing_plan(request, plan_id, "own") as (session, asker):
        row = find_of_plan(session, plan_id, practice_id, to_write=True)
        withdraw_practice(session, row, asker.id, asker.now)
        return practice_out(row)
