"""Help asked for: a form of its own, of a saved plan or of a match, and the case that it becomes."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.access.token import new_token
from api.case_mail.tell import tell_later
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.given.read_description import CurrentFileReader
from api.languages import Language, load_strings
from api.pages.cases.addresses import ASK, LIST, case_address
from api.pages.cases.asking.wish_form import ProblemRow, Wish, empty_wish, read_wish
from api.pages.cases.asking.wish_source import wish_of_match, wish_of_plan
from api.pages.cases.names import name_areas, name_experts
from api.pages.frame.fault import name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, Fields, read_typed
from api.pages.frame.private import render_form_page
from api.pages.match.adjusted_match import match_adjusted
from api.pages.match.asked import read_asked
from api.pages.match.match import render_form
from api.store.cases.create_case import Asked, add_case
from api.store.once import make_once
from kb.errors import KbError
from kb.matching.matcher import Matcher
from kb.vocabulary import MEETING_FORMATS, SUPPORT_LANGUAGES

Coordinator = Annotated[SignedIn, Depends(require("coordinator"))]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(ASK)
def show_form(request: Request, account: Coordinator, language: ChosenLanguage, plan: str = "") -> Response:  # noqa: ARG001
    return _render(request, language, wish_of_plan(request, plan) if plan else empty_wish())


@router.post(ASK)
def show_form_of_match(
    request: Request,
    account: Coordinator,  # noqa: ARG001  who else may not ask
    fields: Fields,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    reader: CurrentFileReader,
) -> Response:
    """The form, filled in of the match whose page was sent; nothing is kept before it is sent itself."""
    asked = read_asked(fields, today, searcher.snapshot.registers, reader)
    if asked.faults:
        return render_form(request, language, asked, fields, today=today, searcher=searcher)
    try:
        made = match_adjusted(asked.text, fields, Matcher(searcher, asked.help_request, today))
    except KbError as error:
        faulty = asked.with_fault("text", name_fault(error))
        return render_form(request, language, faulty, fields, today=today, searcher=searcher)
    return _render(request, language, wish_of_match(asked, made.sure.match))


@router.post(LIST)
def ask_for_help(
    request: Request,
    account: Coordinator,
    fields: CheckedFields,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    tasks: BackgroundTasks,
) -> Response:
    snapshot = searcher.snapshot
    town = account.scope.code
    wish = read_wish(fields, town, today, snapshot.problem_areas, snapshot.experts, with_problems=True)
    if wish.asked is None:
        return _render(request, language, wish)
    if wish.asked.plan_id:
        wish_of_plan(request, wish.asked.plan_id)  # which raises for a plan that is not the municipality's own
    case_id = _create(request, account, wish.asked, read_typed(fields, ("once",))["once"], tasks)
    return RedirectResponse(case_address(case_id), 303)


def _create(request: Request, account: SignedIn, asked: Asked, once: str, tasks: BackgroundTasks) -> str:
    """The id of the case; its desk is told of one that is new."""
    now = now_of(request)
    with database_of(request).session() as session:

        def make(case_id: str) -> None:
            add_case(session, case_id, asked, account.id, now)
            tell_later(request, session, tasks, case_id, "case.created", account.id)

        return make_once(session, f"{account.id} case", once, now, make)


def _render(request: Request, language: Language, wish: Wish) -> Response:
    t = load_strings(language)
    last = max((row.number for row in wish.rows), default=0)
    spare = [] if any(not row.area for row in wish.rows) else [ProblemRow(last + 1, is_taken=False)]
    return render_form_page(
        request,
        "cases/ask.html",
        language,
        wish.status,
        typed=wish.typed,
        rows=[*wish.rows, *spare],
        not_experts=wish.not_experts,
        found=wish.found,
        faults=spell_faults(wish.faults, t),
        areas=name_areas(request, t),
        experts=name_experts(request),
        meeting_formats=MEETING_FORMATS,
        languages=SUPPORT_LANGUAGES,
        once=new_token(),
    )
