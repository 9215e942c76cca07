"""Advice of a case: listed, written down, changed, taken away."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request, Response

from api.cases.advice.advise import as_given_by, check_may_change, check_may_write, list_seen, place_advice
from api.cases.advice.check_advice import check_advice
from api.cases.advice.sum_advice import sum_advice
from api.cases.opened import reading_case, writing_case
from api.deps import Today
from api.routes.answers import ADVICE_ANSWERS
from api.routes.saved.asked import CHECKED, Once
from api.schemas.cases.advice import (
    AdviceChangeIn,
    AdviceIn,
    AdviceOut,
    CaseAdviceOut,
    WrittenAdviceOut,
    changed_in,
    given_in,
    totals_out,
    written_out,
)
from api.store.cases.advice import add_advice, change_advice, find_advice, list_case_advice, take_away_advice
from api.store.cases.errors import AdviceRejected
from api.store.once import make_once

CASE_ADVICE = "/v1/cases/{case_id}/advice"
ONE = f"{CASE_ADVICE}/{{advice_id}}"
CaseId = Annotated[str, Path(examples=["0f3c9a7be0214d55a1c2d3e4f5061728"])]
AdviceId = Annotated[str, Path(examples=["7b2a4c6e8d0f4b1a9c3e5d7f60819a2b"])]


def _read_base(
    if_match: Annotated[str, Header(alias="If-Match", max_length=40, examples=['"2026-11-22T12:00:00Z"'])] = "",
) -> datetime | None:
    try:
        return datetime.fromisoformat(if_match.strip('"')) if if_match else None
    except ValueError:
        told = 'If-Match names no moment; send `at` of the advice as it was read, as "2026-11-22T12:00:00Z"'
        raise AdviceRejected({}, told) from None


Base = Annotated[datetime | None, Depends(_read_base)]
"""When the advice that was read was written; nothing is written over unseen where it is told."""

router = APIRouter(tags=["ärenden"], responses=ADVICE_ANSWERS)


@router.get(CASE_ADVICE, summary="Råden i ett ärende")
def show_advice(request: Request, answer: Response, case_id: CaseId) -> CaseAdviceOut:
    """Kommunen och rådgivaren ser alla; en expert ser sina egna."""
    answer.headers["Cache-Control"] = "no-store"
    with reading_case(request, case_id) as (session, _, asker):
        seen = list_seen(list_case_advice(session, case_id), asker)
    advice = [AdviceOut.model_validate(row) for row in seen]
    return CaseAdviceOut(totals=totals_out(sum_advice(seen)), advice=advice)


@router.post(CASE_ADVICE, summary="Skriv ner ett råd", status_code=201, dependencies=CHECKED)
def write_advice(request: Request, case_id: CaseId, body: AdviceIn, today: Today, once: Once = "") -> WrittenAdviceOut:
    """Rådgivaren och en expert som är tillfrågad. Personuppgifter i texterna byts mot sitt slag innan något sparas."""
    with writing_case(request, case_id) as (session, case, asker):
        check_may_write(session, case, asker)
        checked = check_advice(as_given_by(given_in(body), asker), place_advice(request, session, case, today))

        def make(made: str) -> None:
            add_advice(session, made, case_id, checked.given, asker.id, asker.now)

        made = make_once(session, f"{asker.id} advice {case_id}", once, asker.now, make)
        session.flush()
        return written_out(find_advice(session, case_id, made), checked.n_masked)


@router.patch(ONE, summary="Ändra ett råd", dependencies=CHECKED)
def write_anew(
    request: Request, case_id: CaseId, advice_id: AdviceId, body: AdviceChangeIn, today: Today, base: Base
) -> WrittenAdviceOut:
    """Fälten som skickas skrivs, de andra står kvar. Med `If-Match`, som är `at` i det som lästes, skrivs ingenting om
    någon annan har skrivit sedan dess (412)."""
    with writing_case(request, case_id) as (session, case, asker):
        row = find_advice(session, case_id, advice_id)
        check_may_change(row, asker)
        given = as_given_by(changed_in(row, body), asker)
        checked = check_advice(given, place_advice(request, session, case, today, row))
        row = change_advice(session, case_id, advice_id, checked.given, asker.id, asker.now, base)
        return written_out(row, checked.n_masked)


@router.delete(ONE, summary="Ta bort ett råd", status_code=204, dependencies=CHECKED)
def delete(request: Request, case_id: CaseId, advice_id: AdviceId) -> None:
    with writing_case(request, case_id) as (session, _, asker):
        check_may_change(find_advice(session, case_id, advice_id), asker)
        take_away_advice(session, case_id, advice_id, asker.id, asker.now)
