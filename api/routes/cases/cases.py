"""Cases listed, help asked for, one case read, its wish changed, its history."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Query, Request, Response

from api.access.current_account import database_of, now_of
from api.case_mail.tell import tell_later
from api.cases.guard import guard_texts
from api.cases.opened import reading_case, writing_case
from api.deps import CurrentSearcher, Today
from api.routes.answers import CASE_ANSWERS
from api.routes.cases.asked import CASE, CASES, CHECKED, TAG, CaseId, Coordinator, Listing, Once, keep_nowhere
from api.routes.cases.tell_case import tell_case
from api.saved_plans.opened import open_for
from api.schemas.cases.case import (
    CaseEventOut,
    CaseHeadOut,
    CaseIn,
    CaseOut,
    CaseProblemIn,
    CasesOut,
    DeskCaseOut,
    WishIn,
)
from api.store.cases.change_wish import change_wish
from api.store.cases.create_case import Asked, AskedProblem, add_case
from api.store.cases.errors import CaseRejected
from api.store.cases.find_case import find_case
from api.store.cases.list_cases import AtDesk, DeskCase, Lying, count_lying, list_at_desk
from api.store.cases.list_events import list_events
from api.store.once import make_once
from kb.matching.period import choose_period
from kb.snapshot.snapshot import Snapshot

router = APIRouter(prefix=CASES, tags=[TAG], responses=CASE_ANSWERS)


@router.get("", summary="Ärenden")
def list_cases(
    request: Request,
    answer: Response,
    account: Listing,
    today: Today,
    lying: Annotated[Lying | None, Query(examples=["overdue"])] = None,
    county: Annotated[str, Query(pattern=r"^(\d\d)?$", examples=["14"])] = "",
    own: Annotated[bool, Query(examples=[True])] = False,
    urgent: Annotated[bool, Query(examples=[True])] = False,
) -> CasesOut:
    """Kommunens egna, eller de som ligger på rådgivarens bord: brådskande först."""
    is_advisor = account.role == "advisor"
    wanted = AtDesk(
        county=account.scope.code[:2],
        only=county,
        advisor_id=account.id if own and is_advisor else "",
        is_urgent=urgent,
    )
    with database_of(request).reading() as session:
        found = list_at_desk(session, wanted, today, now_of(request))
    seen = found if is_advisor else [told for told in found if account.scope.covers(told.case.municipality_code)]
    keep_nowhere(answer)
    shown = [told for told in seen if lying is None or lying in told.lying]
    return CasesOut(cases=[_desk_case_out(told) for told in shown], counts=count_lying(seen))


@router.post("", summary="Be om stöd", status_code=201, dependencies=CHECKED)
def ask_for_help(
    request: Request,
    answer: Response,
    account: Coordinator,
    body: CaseIn,
    searcher: CurrentSearcher,
    today: Today,
    tasks: BackgroundTasks,
    once: Once = "",
) -> CaseHeadOut:
    """Ärendet läggs på länets bord. Samma `Idempotency-Key` ger samma ärende."""
    _check_names(body, searcher.snapshot)
    if body.plan_id:
        open_for(request, body.plan_id, "own")
    asked, now = _read_asked(body, account.scope.code, today, body.problems, body.plan_id), now_of(request)
    with database_of(request).session() as session:

        def make(case_id: str) -> None:
            add_case(session, case_id, asked, account.id, now)
            tell_later(request, session, tasks, case_id, "case.created", account.id)

        case = find_case(session, make_once(session, f"{account.id} case", once, now, make))
        answer.headers["Location"] = f"{CASES}/{case.id}"
        keep_nowhere(answer)
        return CaseHeadOut.model_validate(case)


@router.get(CASE, summary="Ett ärende")
def show_case(request: Request, answer: Response, case_id: CaseId) -> CaseOut:
    with reading_case(request, case_id) as (session, case, asker):
        keep_nowhere(answer)
        return tell_case(session, case, asker)


@router.put(f"{CASE}/wish", summary="Ändra önskemålet", dependencies=CHECKED)
def change(
    request: Request, answer: Response, case_id: CaseId, body: WishIn, today: Today, tasks: BackgroundTasks
) -> CaseOut:
    """Den som har ärendet får veta det."""
    with writing_case(request, case_id, "ask") as (session, case, asker):
        changed = change_wish(session, case_id, _read_asked(body, case.municipality_code, today), asker.id, asker.now)
        tell_later(request, session, tasks, case_id, "case.changed", asker.id)
        keep_nowhere(answer)
        return tell_case(session, changed, asker)


@router.get(f"{CASE}/events", summary="Vad som har gjorts med ärendet")
def show_events(request: Request, answer: Response, case_id: CaseId) -> list[CaseEventOut]:
    with reading_case(request, case_id, "ask", "advise") as (session, case, _):
        keep_nowhere(answer)
        return [CaseEventOut.model_validate(event) for event in list_events(session, case.id)]


def _desk_case_out(told: DeskCase) -> DeskCaseOut:
    head = CaseHeadOut.model_validate(told.case).model_dump()
    return DeskCaseOut(**head, lying=list(told.lying), n_messages=told.n_messages)


def _check_names(body: CaseIn, snapshot: Snapshot) -> None:
    """Return if every slug is of something.

    Raises
    ------
    CaseRejected : one is not; a line for each
    """
    faults = [
        f"problems[{i}].area: unknown; GET /v1/problem-areas has every slug"
        for i, problem in enumerate(body.problems)
        if problem.area not in snapshot.problem_areas
    ]
    faults += [
        f"not_experts[{i}]: unknown; GET /v1/experts has every slug"
        for i, slug in enumerate(body.not_experts)
        if slug not in snapshot.experts
    ]
    if faults:
        raise CaseRejected("\n".join(faults))


def _read_asked(
    body: WishIn, town: str, today: date, problems: Sequence[CaseProblemIn] = (), plan_id: str | None = None
) -> Asked:
    """What is asked, masked where that may be; raises as `guard_texts` and `choose_period` do."""
    texts = {"title": body.title, "wish": body.wish, "why_urgent": body.why_urgent}
    texts |= {f"problems[{i}].words": problem.words for i, problem in enumerate(problems)}
    kept = guard_texts(texts, may_mask=body.mask)
    for name in ("title", "wish"):
        if not kept[name].strip():
            raise CaseRejected(f"{name}: empty; write something")
    return Asked(
        municipality_code=town,
        title=" ".join(kept["title"].split()),
        wish=kept["wish"].strip(),
        problems=[AskedProblem(p.area, kept[f"problems[{i}].words"].strip()) for i, p in enumerate(problems)],
        period=choose_period(body.first, body.last, today),
        form=body.form,
        language=body.language,
        why_urgent=kept["why_urgent"].strip(),
        not_experts=tuple(body.not_experts),
        plan_id=plan_id,
        hours=body.hours,
    )
