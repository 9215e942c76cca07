"""What is done with a case: by its advisor, and for its end and its opening again by who asks too."""

from fastapi import APIRouter, BackgroundTasks, Request, Response

from api.access.addresses import read_address
from api.access.errors import AccountRejected
from api.accounts.find_account import find_account
from api.asks.let_go import let_go
from api.case_mail.tell import tell_later
from api.cases.guard import guard_texts
from api.cases.opened import CaseAsker, reading_case, writing_case
from api.cases.rights import find_right
from api.routes.answers import CASE_ANSWERS
from api.routes.cases.asked import CASE, CASES, CHECKED, TAG, CaseId, Once, keep_nowhere
from api.schemas.cases.case import CaseHeadOut
from api.schemas.cases.steps import (
    AdvisorOut,
    AssignmentIn,
    DecliningIn,
    EndingIn,
    MergingIn,
    PassingIn,
    SplittingIn,
    WeightsIn,
)
from api.store.cases.desk.advisors import list_advisors
from api.store.cases.desk.assign import NATIONAL_DESK, assign_case, pass_on_case, take_case
from api.store.cases.desk.end import decline_case, finish_case, reopen_case
from api.store.cases.desk.merge import merge_case
from api.store.cases.desk.split import split_case
from api.store.cases.desk.weigh import weigh_case
from api.store.cases.errors import CaseRejected
from api.store.cases.find_case import find_by_code, find_case, list_asked
from api.store.cases.tables import Case
from api.store.encrypted_text import vault_of
from api.store.once import make_once
from api.store.session import Session
from kb.registers import Registers

router = APIRouter(prefix=CASES, tags=[TAG], responses=CASE_ANSWERS)


@router.get(f"{CASE}/advisors", summary="Rådgivare som ärendet kan ges till")
def show_advisors(request: Request, answer: Response, case_id: CaseId) -> list[AdvisorOut]:
    with reading_case(request, case_id, "advise") as (session, case, _):
        keep_nowhere(answer)
        return [AdvisorOut.model_validate(account) for account in list_advisors(session, case)]


@router.post(f"{CASE}/taking", summary="Ta ärendet", dependencies=CHECKED)
def take(request: Request, case_id: CaseId, tasks: BackgroundTasks) -> CaseHeadOut:
    """Taget igen av samma rådgivare händer inget."""
    with writing_case(request, case_id, "advise") as (session, case, asker):
        if case.advisor_id != asker.id:
            tell_later(request, session, tasks, case_id, "case.taken", asker.id)
        return _tell(take_case(session, case_id, asker.id, asker.now))


@router.post(f"{CASE}/assignment", summary="Ge ärendet till en kollega", dependencies=CHECKED)
def assign(request: Request, case_id: CaseId, body: AssignmentIn, tasks: BackgroundTasks) -> CaseHeadOut:
    with writing_case(request, case_id, "advise") as (session, _, asker):
        tell_later(request, session, tasks, case_id, "case.assigned", asker.id)
        advisor_id = _find_advisor(session, body.advisor)
        return _tell(assign_case(session, case_id, advisor_id, asker.id, asker.now))


@router.post(f"{CASE}/passing", summary="Lämna ärendet vidare", dependencies=CHECKED)
def pass_on(request: Request, case_id: CaseId, body: PassingIn, tasks: BackgroundTasks) -> CaseHeadOut:
    """Till ett annat län, eller till Brå."""
    with writing_case(request, case_id, "advise") as (session, _, asker):
        if body.desk not in {*_list_counties(request), NATIONAL_DESK}:
            raise CaseRejected("desk: no county has that code; give two digits, or leave it empty for Brå")
        why = guard_texts({"why": body.why}, may_mask=body.mask)["why"]
        tell_later(request, session, tasks, case_id, "case.passed_on", asker.id)
        return _tell(pass_on_case(session, case_id, body.desk, why, asker.id, asker.now))


@router.post(f"{CASE}/merging", summary="Slå ihop ärendet med ett annat", dependencies=CHECKED)
def merge(request: Request, case_id: CaseId, body: MergingIn, tasks: BackgroundTasks) -> CaseHeadOut:
    """Svaret är ärendet som fortsätter. Tråd, filer, frågor, bokningar och problem följer med."""
    with writing_case(request, case_id, "advise") as (session, _, asker):
        into = _find_other(session, body.into, asker)
        tell_later(request, session, tasks, case_id, "case.merged", asker.id)
        return _tell(merge_case(session, case_id, into.id, asker.id, asker.now))


@router.post(f"{CASE}/splitting", summary="Dela upp ärendet", status_code=201, dependencies=CHECKED)
def split(request: Request, case_id: CaseId, body: SplittingIn, tasks: BackgroundTasks, once: Once = "") -> CaseHeadOut:
    """Svaret är det nya ärendet."""
    with writing_case(request, case_id, "advise") as (session, _, asker):
        title = guard_texts({"title": body.title}, may_mask=body.mask)["title"]

        def make(new_id: str) -> None:
            split_case(session, new_id, case_id, set(body.problems), title, asker.id, asker.now)
            tell_later(request, session, tasks, case_id, "case.split", asker.id)

        made = make_once(session, f"{asker.id} split {case_id}", once, asker.now, make)
        return _tell(find_case(session, made))


@router.post(f"{CASE}/declining", summary="Avböj ärendet", dependencies=CHECKED)
def decline(request: Request, case_id: CaseId, body: DecliningIn, tasks: BackgroundTasks) -> CaseHeadOut:
    """Med ett skäl, och vad kommunen kan göra i stället."""
    with writing_case(request, case_id, "advise") as (session, _, asker):
        kept = guard_texts({"why": body.why, "instead": body.instead}, may_mask=body.mask)
        tell_later(request, session, tasks, case_id, "case.declined", asker.id)
        ended = decline_case(session, case_id, kept["why"], kept["instead"], asker.id, asker.now)
        let_go(request, session, case_id, asker, tasks)
        return _tell(ended)


@router.post(f"{CASE}/ending", summary="Avsluta ärendet", dependencies=CHECKED)
def end(request: Request, case_id: CaseId, body: EndingIn, tasks: BackgroundTasks) -> CaseHeadOut:
    """Rådgivaren när stödet är givet, kommunen när det inte behövs längre."""
    with writing_case(request, case_id, "ask", "advise") as (session, _, asker):
        words = guard_texts({"words": body.words}, may_mask=body.mask)["words"]
        tell_later(request, session, tasks, case_id, "case.done", asker.id)
        ended = finish_case(session, case_id, words, asker.id, asker.now)
        let_go(request, session, case_id, asker, tasks)
        return _tell(ended)


@router.post(f"{CASE}/reopening", summary="Öppna ärendet igen", dependencies=CHECKED)
def reopen(request: Request, case_id: CaseId, tasks: BackgroundTasks) -> CaseHeadOut:
    """Ett som pågår är som det är."""
    with writing_case(request, case_id, "advise") as (session, case, asker):
        if case.closed is not None:
            tell_later(request, session, tasks, case_id, "case.reopened", asker.id)
        return _tell(reopen_case(session, case_id, asker.id, asker.now))


@router.put(f"{CASE}/weights", summary="Väg ärendet", dependencies=CHECKED)
def weigh(request: Request, case_id: CaseId, body: WeightsIn, tasks: BackgroundTasks) -> CaseHeadOut:
    """Prioritet, timmar och lägsta matchning, när experter fördelas mellan många ärenden."""
    with writing_case(request, case_id, "advise") as (session, case, asker):
        if (case.priority, case.hours, case.floor) != (body.priority, body.hours, body.floor):
            tell_later(request, session, tasks, case_id, "case.changed", asker.id)
        weighed = weigh_case(
            session,
            case_id,
            priority=body.priority,
            hours=body.hours,
            floor=body.floor,
            by=asker.id,
            now=asker.now,
        )
        return _tell(weighed)


def _tell(case: Case) -> CaseHeadOut:
    return CaseHeadOut.model_validate(case)


def _list_counties(request: Request) -> set[str]:
    """The codes of the counties; looked for once it is known that who asks may do something with the case."""
    registers: Registers = request.app.state.serving.searcher.snapshot.registers
    return {town.county_code for town in registers.municipalities}


def _find_advisor(session: Session, address: str) -> str:
    """The id of the account; empty, which nobody has, where there is none."""
    try:
        account = find_account(session, vault_of(session), read_address(address))
    except AccountRejected:
        return ""
    return account.id if account else ""


def _find_other(session: Session, code: str, asker: CaseAsker) -> Case:
    """Another case that the advisor has to do with.

    Raises
    ------
    CaseRejected : none has that code
    """
    other = find_by_code(session, code.upper())
    if other is None or find_right(other, asker.account, list_asked(session, other.id)) != "advise":
        raise CaseRejected("into: no case of yours has that code; GET /v1/cases has every code")
    return other
