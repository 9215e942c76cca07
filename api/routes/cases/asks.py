"""Experts asked in a case, and their answers by the link of the letter."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Path, Request

from api.access.current_account import now_of
from api.asks.address import choose_address
from api.asks.ask import answer, ask
from api.cases.opened import reading_case, writing_case
from api.routes.answers import ASK_ANSWERS
from api.routes.saved.asked import CHECKED, Once
from api.schemas.cases.asks import AnsweredOut, AnswerIn, AskIn, AskOut, NewAskOut, ask_out
from api.store.cases.asks import Answer, Question, list_asks
from api.store.cases.errors import AskRejected
from api.store.experts.asking import withdraw_ask
from api.store.experts.bookings import stage_of
from kb.documents import Period
from kb.search.searcher import Searcher

TAG = "ärenden"
CaseId = Annotated[str, Path(examples=["0f3c9a7be0214d55a1c2d3e4f5061728"])]
AskId = Annotated[str, Path(examples=["7b2a4c6e8d0f4b1a9c3e5d7f60819a2b"])]
Token = Annotated[str, Path(max_length=200, examples=["9f2c4e6a8b0d1f3a5c7e9b2d4f6a8c0e"])]

router = APIRouter(prefix="/v1", tags=[TAG], responses=ASK_ANSWERS)


@router.get("/cases/{case_id}/asks", summary="Frågor till experter i ett ärende")
def show_asks(request: Request, case_id: CaseId) -> list[AskOut]:
    """Den senaste först. För rådgivare."""
    with reading_case(request, case_id, "advise") as (session, case, asker):
        return [ask_out(row, asker.now) for row in list_asks(session, case.id)]


@router.post("/cases/{case_id}/asks", summary="Fråga en expert", status_code=201, dependencies=CHECKED)
def ask_expert(request: Request, case_id: CaseId, body: AskIn, once: Once = "") -> NewAskOut:
    """Organisationen får ett brev med en länk som den svarar på. Samma `Idempotency-Key` frågar inte en gång till."""
    with reading_case(request, case_id, "advise") as (session, _, _asker):
        searcher: Searcher = request.app.state.serving.searcher
        expert = searcher.snapshot.experts.get(body.expert)
        if expert is None:
            raise AskRejected(f"there is no expert {body.expert!r}; name one by the slug of its page")
        address = choose_address(session, expert, body.address)
    question = Question(
        expert_slug=body.expert,
        address=address,
        period=Period(body.first, body.last),
        hours=body.hours,
        books_at_once=body.books_at_once,
        holds=body.holds,
    )
    sent = ask(request, case_id, question, once, searcher)
    return NewAskOut(id=sent.ask_id, expert=sent.expert_slug, link=sent.link)


@router.delete("/cases/{case_id}/asks/{ask_id}", summary="Ta tillbaka en fråga", dependencies=CHECKED)
def withdraw(request: Request, case_id: CaseId, ask_id: AskId) -> AskOut:
    """Frågan, vars länk inte öppnar något mer; det som hölls för den är fritt."""
    with writing_case(request, case_id, "advise") as (session, case, asker):
        return ask_out(withdraw_ask(session, case.id, ask_id, asker.id, asker.now), asker.now)


@router.post("/asks/{token}/answer", summary="Svara på en fråga")
def answer_ask(request: Request, token: Token, body: AnswerIn, tasks: BackgroundTasks) -> AnsweredOut:
    """För den som har länken, utan inloggning. Ett svar ges en gång; samma svar igen ändrar inget."""
    other = Period(body.first, body.last) if body.first and body.last else None
    answered = answer(request, token, Answer(body.answer, body.note, other), tasks)
    booking = answered.booking
    return AnsweredOut(answer=body.answer, booking=stage_of(booking, now_of(request)) if booking else None)
