"""The page of a case's experts, as it is opened and as a form that cannot be taken is shown again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fastapi import Request
from fastapi.responses import Response

from api.access.token import new_token
from api.asks.ask import Sent
from api.asks.names import names_of
from api.cases.opened import reading_case
from api.languages import Language, load_strings
from api.pages.cases.case_page import render_case_page
from api.pages.cases.experts_view import show_experts
from api.pages.frame.fault import Fault, spell_faults
from kb.search.searcher import Searcher

EXPERTS = "experter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """form : the one that was sent, as "ask" or "move-ID"; typed : its fields, chosen : experts that were ticked

    faults : field -> words of its own, or a fault; sent : questions that were asked; words of a refusal as they are
    """

    form: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()
    faults: Mapping[str, Fault] = field(default_factory=dict)
    refusals: Mapping[str, str] = field(default_factory=dict)
    sent: Sequence[Sent] = ()
    status: int = 200


def render_experts(request: Request, case_id: str, language: Language, shown: Shown) -> Response:
    """For advisors of the case."""
    t = load_strings(language)
    with reading_case(request, case_id, "advise") as (session, case, asker):
        searcher: Searcher = request.app.state.serving.searcher
        today = request.app.state.today()
        view = show_experts(session, case, searcher, today, asker.now)
    prefix = f"{shown.form}-" if shown.form else ""
    faults = {**spell_faults(shown.faults, t), **shown.refusals}
    return render_case_page(
        request,
        EXPERTS,
        case,
        asker,
        language,
        shown.status,
        view=view,
        shown=shown,
        is_open_further=any(one.candidate.expert.slug in shown.chosen for one in view.further),
        once=new_token(),
        names=names_of(request),
        today=today,
        titles={slug: document.title for slug, document in searcher.snapshot.guidance.items()},
        faults={prefix + name: words for name, words in faults.items()},
    )
