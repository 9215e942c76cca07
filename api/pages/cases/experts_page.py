"""The experts of a case: who fits and why, asking them, taking a question back, sending it again."""

from collections.abc import Iterator, Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.asks.address import choose_address
from api.asks.ask import Sent, ask, ask_again
from api.cases.opened import reading_case, writing_case
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.cases.addresses import CASE, case_address
from api.pages.cases.render_experts import EXPERTS, Shown, render_experts
from api.pages.cases.spell_refusal import spell_refusal
from api.pages.cases.typed_hours import TypedHours, read_typed_hours
from api.pages.frame.fault import Fault
from api.pages.frame.form_fields import CheckedFields, list_typed, read_typed
from api.store.cases.asks import Question
from api.store.cases.errors import AskRejected
from api.store.experts.asking import withdraw_ask
from api.store.experts.booking_errors import NotFree
from kb.search.searcher import Searcher

PAGE = f"{CASE}/{EXPERTS}"
NAMES = ("first", "last", "hours", "once", "other", "address-other", "books_at_once", "holds")

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(PAGE)
def show(request: Request, case_id: str, language: ChosenLanguage) -> Response:
    return render_experts(request, case_id, language, Shown())


@router.post(PAGE)
def ask_chosen(request: Request, case_id: str, language: ChosenLanguage, fields: CheckedFields) -> Response:
    """All that are chosen are asked, or none where a field is wrong; who turns out not to be free is told apart."""
    typed = {**dict(list_typed(fields)), **read_typed(fields, NAMES)}
    chosen = _list_chosen(fields, typed)
    hours, faults = read_typed_hours(typed)
    questions, address_faults = _make_questions(request, case_id, chosen, typed, hours)
    faults = {**faults, **address_faults, **({} if chosen else {"expert": Fault("booking_fault_nobody")})}
    if faults:
        shown = Shown(form="ask", typed=typed, chosen=frozenset(chosen), faults=faults, status=422)
        return render_experts(request, case_id, language, shown)
    return _ask_all(request, case_id, language, questions, typed)


@router.post(f"{PAGE}/aterta")
def withdraw(request: Request, case_id: str, fields: CheckedFields) -> Response:
    with writing_case(request, case_id, "advise") as (session, case, asker):
        withdraw_ask(session, case.id, read_typed(fields, ("ask",))["ask"], asker.id, asker.now)
    return RedirectResponse(f"{case_address(case_id, EXPERTS)}#fragade", 303)


@router.post(f"{PAGE}/igen")
def send_again(request: Request, case_id: str, language: ChosenLanguage, fields: CheckedFields) -> Response:
    sent = ask_again(request, case_id, read_typed(fields, ("ask",))["ask"])
    return render_experts(request, case_id, language, Shown(sent=(sent,)))


def _list_chosen(fields: FormData, typed: Mapping[str, str]) -> list[str]:
    """Slugs of those that are ticked, and of the one that is picked besides, each once."""
    ticked = [value for name, value in list_typed(fields) if name == "expert"]
    return list(dict.fromkeys(filter(None, [*ticked, typed["other"]])))


def _make_questions(
    request: Request, case_id: str, chosen: list[str], typed: Mapping[str, str], hours: TypedHours | None
) -> tuple[list[Question], dict[str, Fault]]:
    questions, faults = [], dict[str, Fault]()
    with reading_case(request, case_id, "advise") as (session, _, _asker):
        searcher: Searcher = request.app.state.serving.searcher
        for slug in chosen:
            name = "address-other" if slug == typed["other"] else f"address-{slug}"
            expert = searcher.snapshot.experts.get(slug)
            if expert is None:
                faults["expert"] = Fault("booking_fault_nobody")
                continue
            try:
                address = choose_address(session, expert, typed.get(name, ""))
            except AskRejected:
                faults[name] = Fault("fault_email")
                continue
            if hours:
                questions.append(_make_question(slug, address, hours, typed))
    return questions, faults


def _make_question(slug: str, address: str, hours: TypedHours, typed: Mapping[str, str]) -> Question:
    return Question(
        expert_slug=slug,
        address=address,
        period=hours.period,
        hours=hours.hours,
        books_at_once=bool(typed["books_at_once"]),
        holds=bool(typed["holds"]),
    )


def _ask_all(
    request: Request, case_id: str, language: Language, questions: list[Question], typed: Mapping[str, str]
) -> Response:
    t, refusals, sent = load_strings(language), dict[str, str](), list[Sent]()
    searcher: Searcher = request.app.state.serving.searcher
    for question in questions:
        try:
            sent.append(ask(request, case_id, question, typed["once"], searcher))
        except (AskRejected, NotFree) as error:
            refusals[f"expert-{question.expert_slug}"] = spell_refusal(error, t)
    if refusals or any(one.link for one in sent):
        left = frozenset(_list_refused(refusals))
        shown = Shown(
            form="ask" if refusals else "",
            typed=typed if refusals else {},
            chosen=left,
            refusals=refusals,
            sent=sent,
            status=422 if refusals else 200,
        )
        return render_experts(request, case_id, language, shown)
    return RedirectResponse(f"{case_address(case_id, EXPERTS)}#fragade", 303)


def _list_refused(refusals: Mapping[str, str]) -> Iterator[str]:
    return (name.removeprefix("expert-") for name in refusals)
