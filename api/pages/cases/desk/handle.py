"""What an advisor does with a case: each step a form on one page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.access.token import new_token
from api.asks.let_go import let_go
from api.case_mail.tell import tell_later
from api.cases.guard import guard_texts, list_found
from api.cases.opened import CaseAsker, reading_case, writing_case
from api.cases.rights import find_right
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.cases.addresses import CASE, case_address
from api.pages.cases.case_page import render_case_page
from api.pages.cases.names import name_areas, name_desks
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.store.cases.desk.advisors import list_advisors
from api.store.cases.desk.assign import assign_case, pass_on_case, take_case
from api.store.cases.desk.end import decline_case, finish_case, reopen_case
from api.store.cases.desk.merge import merge_case
from api.store.cases.desk.split import split_case
from api.store.cases.desk.weigh import PRIORITIES, weigh_case
from api.store.cases.errors import CaseClosed, CaseRejected, PersonalDataFound, UnknownCase
from api.store.cases.events import CaseEventKind
from api.store.cases.find_case import ENDS, find_case, list_asked
from api.store.cases.list_cases import list_own, list_problems
from api.store.cases.list_events import count_events
from api.store.cases.tables import Case
from api.store.once import make_once
from api.store.session import Session

HANDLE = f"{CASE}/hantera"
TEXTS: Mapping[str, int] = {
    "pass_why": 1_000,
    "decline_why": 2_000,
    "decline_instead": 2_000,
    "done_words": 2_000,
    "split_title": 200,
}
"""Fields of free text -> how long they may be."""
NAMES = (*TEXTS, "advisor", "desk", "into", "priority", "hours", "floor", "once")
NOWHERE = "-"
"""What the choice of a desk sends while none is chosen: empty is that of the whole country."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


ENDED = frozenset(["case.declined", "case.done"])


@dataclass(frozen=True, slots=True)
class Doing:
    """What a step is done with. typed : its texts masked"""

    session: Session
    case: Case
    asker: CaseAsker
    typed: Mapping[str, str]
    fields: FormData
    desks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """do : what it does, and the id of the case that it leads to; texts : its fields of free text"""

    do: Callable[[Doing], str]
    what: CaseEventKind
    texts: tuple[str, ...] = ()


@router.get(HANDLE)
def show_steps(request: Request, case_id: str, language: ChosenLanguage) -> Response:
    return _render(request, case_id, language)


@router.post(f"{HANDLE}/{{step}}")
def do_step(
    request: Request,
    case_id: str,
    step: str,
    language: ChosenLanguage,
    fields: CheckedFields,
    tasks: BackgroundTasks,
) -> Response:
    with reading_case(request, case_id, "advise"):
        pass  # who may not is told that, whatever is wrong with what was sent
    typed, known = read_typed(fields, NAMES), STEPS.get(step)
    if known is None:
        raise UnknownCase("there is no such step; choose one on the page of the case")
    texts = {name: typed[name][: TEXTS[name]].strip() for name in known.texts}
    try:
        kept = guard_texts(texts, may_mask="mask" in fields)
        with writing_case(request, case_id, "advise") as (session, case, asker):
            desks = name_desks(request, load_strings(language))
            doing = Doing(session, case, asker, {**typed, **kept}, fields, desks)
            n_done = count_events(session, case_id)
            led_to = known.do(doing)
            is_done = count_events(session, case_id) > n_done
            if is_done and known.what in ENDED:
                let_go(request, session, case_id, asker, tasks)
            if is_done:  # not when it was so already
                tell_later(request, session, tasks, case_id, known.what, asker.id)
    except PersonalDataFound:
        return _render(request, case_id, language, 422, typed=typed, step=step, found=list_found(texts))
    except (CaseRejected, CaseClosed) as error:
        status = 409 if isinstance(error, CaseClosed) else 422
        return _render(request, case_id, language, status, typed=typed, step=step, fault=_find_place(error))
    return RedirectResponse(case_address(led_to), 303)


def _take(doing: Doing) -> str:
    return take_case(doing.session, doing.case.id, doing.asker.id, doing.asker.now).id


def _assign(doing: Doing) -> str:
    advisor = doing.typed["advisor"]
    return assign_case(doing.session, doing.case.id, advisor, doing.asker.id, doing.asker.now).id


def _pass_on(doing: Doing) -> str:
    desk = doing.typed["desk"]
    if desk not in doing.desks:
        raise CaseRejected("desk: none was chosen; choose a county, or Brå")
    why = doing.typed["pass_why"]
    return pass_on_case(doing.session, doing.case.id, desk, why, doing.asker.id, doing.asker.now).id


def _decline(doing: Doing) -> str:
    why, instead = doing.typed["decline_why"], doing.typed["decline_instead"]
    return decline_case(doing.session, doing.case.id, why, instead, doing.asker.id, doing.asker.now).id


def _finish(doing: Doing) -> str:
    words = doing.typed["done_words"]
    return finish_case(doing.session, doing.case.id, words, doing.asker.id, doing.asker.now).id


def _reopen(doing: Doing) -> str:
    return reopen_case(doing.session, doing.case.id, doing.asker.id, doing.asker.now).id


def _merge(doing: Doing) -> str:
    into_id = doing.typed["into"]
    into = _find_for(doing, into_id)
    return merge_case(doing.session, doing.case.id, into.id, doing.asker.id, doing.asker.now).id


def _split(doing: Doing) -> str:
    numbers = {int(n) for n in doing.fields.getlist("problem") if isinstance(n, str) and n.isdecimal() and len(n) < 4}

    def make(new_id: str) -> None:
        title, asker = doing.typed["split_title"], doing.asker
        split_case(doing.session, new_id, doing.case.id, numbers, title, asker.id, asker.now)

    who = f"{doing.asker.id} split {doing.case.id}"
    return make_once(doing.session, who, doing.typed["once"], doing.asker.now, make)


def _weigh(doing: Doing) -> str:
    priority = doing.typed["priority"]
    weighed = weigh_case(
        doing.session,
        doing.case.id,
        priority=int(priority) if priority in map(str, PRIORITIES) else 0,
        hours=_read_number("hours", doing.typed["hours"]),
        floor=_read_number("floor", doing.typed["floor"]),
        by=doing.asker.id,
        now=doing.asker.now,
    )
    return weighed.id


STEPS: Mapping[str, Step] = {
    "ta": Step(_take, "case.taken"),
    "tilldela": Step(_assign, "case.assigned"),
    "vikta": Step(_weigh, "case.changed"),
    "sla-ihop": Step(_merge, "case.merged"),
    "dela-upp": Step(_split, "case.split", ("split_title",)),
    "lamna-vidare": Step(_pass_on, "case.passed_on", ("pass_why",)),
    "avboj": Step(_decline, "case.declined", ("decline_why", "decline_instead")),
    "klar": Step(_finish, "case.done", ("done_words",)),
    "oppna": Step(_reopen, "case.reopened"),
}
"""End of the address -> the step."""


def _find_for(doing: Doing, case_id: str) -> Case:
    """Another case that the advisor has to do with.

    Raises
    ------
    CaseRejected : there is none
    """
    try:
        other = find_case(doing.session, case_id)
    except UnknownCase as error:
        raise CaseRejected("into: none was chosen; choose another case of the municipality") from error
    if find_right(other, doing.asker.account, list_asked(doing.session, other.id)) != "advise":
        raise CaseRejected("into: none was chosen; choose another case of the municipality")
    return other


def _read_number(name: str, typed: str) -> float:
    """The number, with a comma or a point.

    Raises
    ------
    CaseRejected : it is none
    """
    try:
        return float(typed.strip().replace(",", "."))
    except ValueError as error:
        raise CaseRejected(f"{name}: no number; write for example 8 or 0,3") from error


def _find_place(error: Exception) -> str:
    """The field that is at fault, empty for the case itself."""
    place = str(error).partition(":")[0]
    return {"why": "decline_why", "instead": "decline_instead", "title": "split_title"}.get(place, place)


def _render(request: Request, case_id: str, language: Language, status: int = 200, **values: object) -> Response:
    with reading_case(request, case_id, "advise") as (session, case, asker):
        own = _list_values(request, session, case, language)
        return render_case_page(request, "hantera", case, asker, language, status, **{**own, **values})


def _list_values(request: Request, session: Session, case: Case, language: Language) -> dict[str, Any]:
    t = load_strings(language)
    others = [c for c in list_own(session, case.municipality_code) if c.id != case.id and c.state not in ENDS]
    weights = {"priority": str(case.priority), "hours": f"{case.hours:g}", "floor": f"{case.floor:g}"}
    return {
        "typed": {**dict.fromkeys(NAMES, ""), **weights, "desk": NOWHERE},
        "step": "",
        "fault": None,
        "found": (),
        "advisors": list_advisors(session, case),
        "others": others,
        "problems": list_problems(session, case.id),
        "areas": name_areas(request, t),
        "desks": {code: name for code, name in name_desks(request, t).items() if code != case.desk},
        "priorities": PRIORITIES,
        "has_ended": case.state in ENDS,
        "once": new_token(),
    }
