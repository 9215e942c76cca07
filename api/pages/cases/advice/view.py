"""The page of a case's advice and follow-ups, as whoever asks sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fastapi import Request
from fastapi.responses import Response

from api.access.token import new_token
from api.cases.advice.advise import check_may_change, list_seen, may_change, may_write_advice
from api.cases.advice.seen_follow_up import SeenFollowUp, see_follow_up
from api.cases.advice.sum_advice import sum_advice
from api.cases.known import list_areas, list_experts
from api.cases.opened import CaseAsker, reading_case
from api.languages import Language, load_strings
from api.pages.cases.advice.answer_fields import ANSWER_NAMES
from api.pages.cases.advice.fields import NAMES, type_advice
from api.pages.cases.case_page import render_case_page
from api.pages.frame.area_name import name_area, sort_areas
from api.store.cases.advice import list_case_advice, list_case_areas
from api.store.cases.errors import UnknownAdvice
from api.store.cases.find_case import list_asked
from api.store.cases.follow_ups import list_follow_ups
from api.store.cases.tables import Advice, Case
from api.store.session import Session


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a form is shown again. editing : id of the advice that is changed; base : when it was written

    answered : months of the follow-up that is answered; faults : field -> words
    """

    status: int = 200
    editing: str = ""
    base: str = ""
    typed: Mapping[str, str] | None = None
    answered: int = 0
    faults: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    n_masked: int = 0


def render_advice_page(request: Request, case_id: str, language: Language, shown: Shown | None = None) -> Response:
    """The page of advice and follow-ups; shown : a form as it was sent, or the advice that is to be changed.

    Raises
    ------
    UnknownAdvice : what is to be changed is not there, or not for whoever asks to see
    RoleRefused : it is there, and for others to change
    """
    shown = shown or Shown()
    with reading_case(request, case_id) as (session, case, asker):
        seen = list_seen(list_case_advice(session, case_id), asker)
        edited = _find_edited(seen, shown.editing, asker)
        t = load_strings(language)
        follow_ups = _see_follow_ups(session, case, asker)
        values = {
            "advice": seen,
            "changeable": {row.id for row in seen if may_change(row, asker)},
            "totals": sum_advice(seen),
            "may_add": may_write_advice(session, case, asker) and case.state not in ("declined", "merged"),
            "areas": _name_areas(request, t),
            "area_options": _list_options(request, session, case, t, edited),
            "experts": {slug: expert.name for slug, expert in list_experts(request).items()},
            "asked_experts": sorted(list_asked(session, case_id)) if asker.right == "advise" else (),
            "follow_ups": follow_ups,
            "answerable": shown.answered or _find_answerable(follow_ups),
        }
    typed = shown.typed or (type_advice(edited) if edited else {"day": str(asker.now.date())})
    form = {
        "typed": {name: typed.get(name, "") for name in (*NAMES, *ANSWER_NAMES)},
        "editing": shown.editing,
        "base": shown.base or (edited.at.isoformat() if edited else ""),
        "answered": shown.answered,
        "faults": shown.faults,
        "notice": shown.notice,
        "n_masked": shown.n_masked,
        "once": new_token(),
        "conflicts": {},
        "may_edit": True,
    }
    return render_case_page(request, "rad", case, asker, language, shown.status, **values, **form)


def _find_edited(seen: list[Advice], advice_id: str, asker: CaseAsker) -> Advice | None:
    if not advice_id:
        return None
    row = next((row for row in seen if row.id == advice_id), None)
    if row is None:
        raise UnknownAdvice("the case has no such advice; list its advice and choose one of those")
    check_may_change(row, asker)
    return row


def _name_areas(request: Request, t: Mapping[str, str]) -> dict[str, str]:
    """Slug -> title in the language of the page."""
    return {slug: name_area(area, t) for slug, area in list_areas(request).items()}


def _list_options(
    request: Request, session: Session, case: Case, t: Mapping[str, str], edited: Advice | None
) -> list[tuple[str, str]]:
    """Areas to choose from with their titles: those of the case first, then all others."""
    known, titles = list_areas(request), _name_areas(request, t)
    own = [*list_case_areas(session, case.id), *([edited.area] if edited else [])]
    slugs = dict.fromkeys([*own, *(area.slug for area in sort_areas(known.values(), t))])
    return [(slug, titles.get(slug, slug)) for slug in slugs]


def _see_follow_ups(session: Session, case: Case, asker: CaseAsker) -> list[SeenFollowUp]:
    if asker.right == "answer":
        return []
    return [see_follow_up(row, asker) for row in list_follow_ups(session, case.id)]


def _find_answerable(follow_ups: list[SeenFollowUp]) -> int:
    """The months of the last that may be answered now, 0 where none may."""
    return max((told.months for told in follow_ups if told.may_answer), default=0)
