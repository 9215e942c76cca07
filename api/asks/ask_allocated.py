"""The experts of a confirmed allocation asked at once: each by its letter, with what came of it told for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request

from api.access.current_account import now_of
from api.asks.address import choose_address
from api.asks.ask import Sent, ask
from api.cases.opened import reading_case
from api.store.cases.asks import Question
from api.store.cases.errors import AskRejected, CaseClosed
from api.store.experts.booking_errors import NotFree
from kb.documents import Expert, Period
from kb.errors import KbError
from kb.search.searcher import Searcher


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedNow:
    """sent : None where the expert was not asked, for the reason that refused tells"""

    case_id: str
    expert: Expert
    sent: Sent | None = None
    refused: KbError | None = None


def ask_allocated(
    request: Request, experts: Mapping[str, Sequence[str]], once: str, searcher: Searcher
) -> Iterator[AskedNow]:
    """Ask each of them for its share of the case's hours; the same request sent again asks nobody twice.

    experts : case -> slugs that are in the index, among whom the hours of the case are shared equally
    """
    for case_id, slugs in experts.items():
        for slug in slugs:
            expert = searcher.snapshot.experts[slug]
            try:
                question = _make_question(request, case_id, expert, len(slugs))
                sent = ask(request, case_id, question, once, searcher)
            except (AskRejected, NotFree, CaseClosed) as error:
                yield AskedNow(case_id=case_id, expert=expert, refused=error)
            else:
                yield AskedNow(case_id=case_id, expert=expert, sent=sent)


def _make_question(request: Request, case_id: str, expert: Expert, n_experts: int) -> Question:
    today = now_of(request).date()
    with reading_case(request, case_id, "advise") as (session, case, _):
        return Question(
            expert_slug=expert.slug,
            address=choose_address(session, expert),
            period=Period(max(case.first, today), case.last),
            hours=case.hours / n_experts,
        )
