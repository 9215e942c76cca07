"""An expert asked and its answer taken, with the letters to its organisation and to the advisor."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from fastapi import BackgroundTasks, Request

from api.access.current_account import database_of, now_of
from api.accounts.services import services_of
from api.asks.invitations import invite
from api.asks.letters import write_answer, write_question
from api.asks.names import names_of
from api.cases.opened import writing_case
from api.outbox.letter import Letter
from api.outbox.send import keep_letters, post_later, send_written
from api.public_url import public_url
from api.store.cases.asks import Answer, Question, find_ask_of, find_token, stage_of_ask
from api.store.cases.errors import AskRejected
from api.store.cases.find_case import find_case
from api.store.cases.letters import drop_letters
from api.store.cases.request_json import read_request
from api.store.cases.tables import Case, CaseAsk
from api.store.experts.asking import Answered, answer_ask, ask_expert, find_email, list_unwilling
from api.store.session import Session
from kb.documents import Period
from kb.matching.constraints import find_excluded
from kb.matching.help_request import HelpRequest
from kb.search.searcher import Searcher

ANSWER_PAGE = "/fraga-expert/{token}"


@dataclass(frozen=True, slots=True)
class Sent:
    """link : to send oneself, where no letter with it was sent; None where one was

    is_kept : whether the letter is tried again, for the mail server did not take it
    """

    ask_id: str
    expert_slug: str
    link: str | None
    is_kept: bool = False


def ask(request: Request, case_id: str, question: Question, once: str, searcher: Searcher) -> Sent:
    """The expert asked by a letter with a link; the same request sent again sends no second one.

    Raises
    ------
    AskRejected : the expert may not be asked, or not so
    NotFree : its hours were to be held and are not there
    """
    with writing_case(request, case_id, "advise") as (session, case, asker):
        _check_may_be_asked(session, case, question.expert_slug, searcher, asker.now)
        asked = ask_expert(session, case.id, question, asker.id, asker.now, once)
        row, by = asked.ask, asker.account.email
        kept = _keep(request, session, row, case, asked.token, by) if asked.is_new else []
    if not asked.is_new:
        return Sent(row.id, row.expert_slug, None if services_of(request).mail else _link(request, asked.token))
    return _send(request, row, asked.token, kept)


def ask_again(request: Request, case_id: str, ask_id: str) -> Sent:
    """The same question sent once more, by a letter with the same link.

    Raises
    ------
    UnknownAsk : the case has none of that id
    AskRejected : it does not wait for an answer
    """
    with writing_case(request, case_id, "advise") as (session, case, asker):
        row = find_ask_of(session, case.id, ask_id)
        if stage_of_ask(row, asker.now) != "waiting":
            raise AskRejected("the question does not wait for an answer any more; ask anew")
        token = find_token(session, row)
        drop_letters(session, row.id)
        kept = _keep(request, session, row, case, token, asker.account.email)
    return _send(request, row, token, kept)


def answer(request: Request, token: str, given: Answer, tasks: BackgroundTasks) -> Answered:
    """The answer, which the advisors of the case are told of; a booking that is confirmed by it invites.

    Raises
    ------
    AskDead, AskAnswered, AskRejected : as `answer_ask`
    """
    with database_of(request).session() as session:
        answered = answer_ask(session, token, given, now_of(request))
        if answered.is_new:
            _tell_advisors(request, session, answered, tasks)
            if answered.booking and answered.booking.state == "confirmed":
                invite(request, session, answered.booking, tasks)
    return answered


def list_ruled_out(session: Session, case: Case, searcher: Searcher, now: datetime) -> dict[str, str]:
    """Slug of an expert that may not be asked in the case -> why: a constraint, `unwilling` or `not_wanted`."""
    town = searcher.snapshot.registers.find_municipality(case.municipality_code)
    request = HelpRequest(
        municipality=town, period=Period(case.first, case.last), form=case.form, language=case.language
    )
    experts = [expert for _, expert in sorted(searcher.snapshot.experts.items())]
    excluded = {one.expert.slug: str(one.constraint) for one in find_excluded(experts, request, now.date())}
    unwilling = dict.fromkeys(list_unwilling(session), "unwilling")
    not_wanted = dict.fromkeys(read_request(case.request).not_experts, "not_wanted")
    return {**excluded, **unwilling, **not_wanted}


def _check_may_be_asked(session: Session, case: Case, slug: str, searcher: Searcher, now: datetime) -> None:
    if slug not in searcher.snapshot.experts:
        raise AskRejected(f"there is no expert {slug!r}; name one by the slug of its page")
    if why := list_ruled_out(session, case, searcher, now).get(slug):
        raise AskRejected(f"{slug} may not be asked in this case ({why}); ask somebody else")


def _keep(request: Request, session: Session, row: CaseAsk, case: Case, token: str, by: str) -> list[str]:
    """The letter with the question, which leaves once the session is kept; none without a mail server."""
    if services_of(request).mail is None:
        return []
    names = names_of(request)
    town = names.town(case.municipality_code)
    letter = write_question(row, names.expert(row.expert_slug), town, _link(request, token), by)
    return keep_letters(session, case.id, [letter], now_of(request))


def _send(request: Request, row: CaseAsk, token: str, kept: list[str]) -> Sent:
    mail = services_of(request).mail
    is_sent = mail is not None and send_written(database_of(request), mail, kept, now_of(request)) > 0
    return Sent(row.id, row.expert_slug, None if is_sent else _link(request, token), bool(kept) and not is_sent)


def _link(request: Request, token: str) -> str:
    return public_url(request, ANSWER_PAGE.format(token=token))


def _tell_advisors(request: Request, session: Session, answered: Answered, tasks: BackgroundTasks) -> None:
    post_later(request, session, tasks, answered.ask.case_id, list(_write_to_advisors(request, session, answered)))


def _write_to_advisors(request: Request, session: Session, answered: Answered) -> Iterator[Letter]:
    """To who asked, and to who has the case now."""
    row, case = answered.ask, find_case(session, answered.ask.case_id)
    expert, link = names_of(request).expert(row.expert_slug), public_url(request, f"/arenden/{case.id}/experter")
    for account_id in dict.fromkeys([row.asked_by, case.advisor_id]):
        if to := find_email(session, account_id):
            yield write_answer(row, to, expert, case.code, link, is_booked=answered.booking is not None)
