"""Experts: who can help, with what, and when they are free; never how to reach a person, only the way in.

What help is needed is sent in the form's body. A short query that needs no masking is then moved to the address, so
that the answer can be kept as a link; a longer text is answered at once and stands nowhere but in the form.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import current_account
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import Language, load_strings
from api.pages.experts.asked_months import choose_months, read_month
from api.pages.experts.chosen import keep_choices, name_choices
from api.pages.experts.expert_options import Options, list_options, name_counties
from api.pages.frame.area_name import name_area
from api.pages.frame.failure import render_failure
from api.pages.frame.filtered_out import ToldFilteredOut, tell_filtered_out
from api.pages.frame.linked_data import describe_expert
from api.pages.frame.render import render_page
from api.pages.search.plain_query import may_stand_in_address
from api.schemas.experts_form import ExpertsForm
from api.store.errors import StoreKeyUnusable, StoreUnusable
from kb.documents import Period
from kb.errors import KbError, PeriodRejected, UnknownSlug
from kb.matching.calendar import list_months, show_months
from kb.matching.expert_list import ExpertList, ListedExpert, list_experts_for
from kb.matching.general_support import list_general_support
from kb.matching.help_request import HelpRequest, make_help_request
from kb.matching.matcher import Matcher
from kb.registers import Municipality
from kb.search.facets import EXPERT_FACETS, NATIONWIDE, Filters
from kb.search.filtered_out import find_filtered_out
from kb.search.searcher import Searcher

N_A_PAGE = 20
FACETS = tuple(name for name in EXPERT_FACETS if name != "county")
"""Those that a field of the form asks for as it is; a county is asked for together with the whole country."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class ExpertsAsked:
    """What the form asks for. period: the months that were chosen, None when none were."""

    town: Municipality | None
    period: Period | None
    found: ExpertList
    asked_page: int

    @property
    def page(self) -> int:
        """The page that is asked for, or the last one there is."""
        return min(self.asked_page, max(1, self.n_pages))

    @property
    def here(self) -> tuple[ListedExpert, ...]:
        """Those of the page."""
        return self.to_ask[(self.page - 1) * N_A_PAGE : self.page * N_A_PAGE]

    @property
    def to_ask(self) -> tuple[ListedExpert, ...]:
        """All that are not known to be busy; those of whom nobody knows are to be asked for time."""
        return tuple(item for item in self.found.listed if item.state != "busy")

    @property
    def busy(self) -> tuple[ListedExpert, ...]:
        return self.found.in_state("busy")

    @property
    def told(self) -> tuple[ListedExpert, ...]:
        """Those of the page, and the busy ones, whose organisations have told of their time."""
        return tuple(item for item in self.here + self.busy if item.expert.availability)

    @property
    def n_pages(self) -> int:
        return -(-len(self.to_ask) // N_A_PAGE)


@router.get("/experter")
def show_experts(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    form: Annotated[ExpertsForm, Query()],
) -> Response:
    return _show(request, searcher, language, today, form)


@router.post("/experter")
def find_experts(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    form: Annotated[ExpertsForm, Form()],
) -> Response:
    if may_stand_in_address(form.q):
        return RedirectResponse(_link(form), 303)
    return _show(request, searcher, language, today, form)


@router.get("/expert/{slug}")
def show_expert(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    slug: str,
    first: Annotated[str, Query(alias="from")] = "",
) -> Response:
    snapshot, t = searcher.snapshot, load_strings(language)
    expert = snapshot.experts.get(slug)
    if expert is None or not expert.is_published(today):
        return render_failure(request, "error.html", language, UnknownSlug("no such expert; look under /experter"))
    try:
        begin = read_month(first) or today
    except PeriodRejected as error:
        return render_failure(request, "error.html", language, error)
    values: dict[str, Any] = {
        "expert": expert,
        "areas": {slug: name_area(snapshot.problem_areas[slug], t) for slug in expert.problem_areas},
        "titles": {slug: document.title for slug, document in snapshot.guidance.items()},
        "counties": name_counties(snapshot.registers),
        "towns": {town.code: town.name for town in snapshot.registers.municipalities},
        "months": show_months(expert, begin, today),
        "overdue": expert.review_by < today,
        "may_invite": not expert.demo and _may_invite(request),
    }
    if not expert.demo:
        values["linked_data"] = describe_expert(expert, values["counties"], request)
    return render_page(request, "expert.html", language, **values)


def _may_invite(request: Request) -> bool:
    """Whether who asks may invite the organisation to answer for its profile; nobody while that cannot be told."""
    with suppress(StoreUnusable, StoreKeyUnusable):
        account = current_account(request)
        return account is not None and account.role in ("advisor", "editor")
    return False


def _show(request: Request, searcher: Searcher, language: Language, today: date, form: ExpertsForm) -> Response:
    snapshot, t = searcher.snapshot, load_strings(language)
    values: dict[str, Any] = {
        "form": form,
        "is_private": not may_stand_in_address(form.q),
        "towns": snapshot.registers.municipalities,
        "titles": {slug: document.title for slug, document in snapshot.guidance.items()},
        "areas": {slug: name_area(area, t) for slug, area in snapshot.problem_areas.items()},
        "counties": name_counties(snapshot.registers),
    }
    try:
        asked = _ask(form, today, searcher)
    except KbError as error:
        anybody = make_help_request(None, snapshot.registers, today)
        everyone = list_experts_for("", {}, Matcher(searcher, anybody, today))
        options = list_options(everyone, snapshot, today, form.filled_in(), t)
        return render_failure(request, "experts.html", language, error, **values, options=options)
    options = list_options(asked.found, snapshot, today, form.filled_in(), t)
    months = list_months(asked.period.first if asked.period else today)
    return render_page(
        request,
        "experts.html",
        language,
        **values,
        asked=asked,
        options=options,
        filtered_out=None if asked.to_ask else _tell_filtered_out(form, asked, options, today, searcher, t),
        general_support=list_general_support(snapshot.experts.values(), snapshot.problem_areas, asked.town, today),
        months=months,
        calendars={item.expert.slug: show_months(item.expert, months[0].first, today) for item in asked.told},
        pages=[(page, _link(form, page)) for page in range(1, asked.n_pages + 1)],
    )


def _tell_filtered_out(
    form: ExpertsForm, asked: ExpertsAsked, options: Options, today: date, searcher: Searcher, t: Mapping[str, str]
) -> ToldFilteredOut | None:
    """Counted by asking again, since that is where the way on leads; to the form, where its text must stay in it."""
    names = name_choices(form, asked.town, asked.period, options, t)
    return tell_filtered_out(
        find_filtered_out(list(names), lambda kept: len(_ask(keep_choices(form, kept), today, searcher).to_ask)),
        names,
        lambda kept: _link(keep_choices(form, kept)) if may_stand_in_address(form.q) else "#q",
        lambda n: f"{n} {t['experts_free_one' if n == 1 else 'experts_free_many']}",
        "filtered_out_choices",
        t,
    )


def _ask(form: ExpertsForm, today: date, searcher: Searcher) -> ExpertsAsked:
    has_months = bool(form.first.strip() or form.last.strip())
    period = choose_months(form.first, form.last, today)
    town = searcher.snapshot.registers.find_municipality(form.municipality) if form.municipality.strip() else None
    matcher = Matcher(searcher, HelpRequest(municipality=town, period=period), today)
    found = list_experts_for(form.q, _filters(form, town, searcher), matcher)
    return ExpertsAsked(town, period if has_months else None, found, form.page)


def _filters(form: ExpertsForm, town: Municipality | None, searcher: Searcher) -> Filters:
    """The filters of the form; a municipality says which county, so that a county beside it is not asked for."""
    filled = form.filled_in()
    filters: dict[str, list[str]] = {name: [filled[name]] for name in FACETS if name in filled}
    known = searcher.experts.facets.tables["county"].values
    if "county" in filled and not town:
        filters["county"] = [value for value in (filled["county"], NATIONWIDE) if value in known] or [filled["county"]]
    return filters


def _link(form: ExpertsForm, page: int = 1) -> str:
    """The address of the answer; a text that may not stand in it is left out."""
    values = form.filled_in()
    if not may_stand_in_address(form.q):
        values.pop("q", None)
    if page > 1:
        values["page"] = str(page)
    return f"/experter?{urlencode(values)}" if values else "/experter"
