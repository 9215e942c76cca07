"""Who sees, writes down, changes and takes away which advice of a case."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from fastapi import Request

from api.access.errors import RoleRefused
from api.cases.advice.check_advice import AdvicePlace
from api.cases.known import list_areas
from api.cases.opened import CaseAsker
from api.store.cases.advice import Given, is_still_asked, list_case_areas
from api.store.cases.find_case import list_asked
from api.store.cases.tables import Advice, Case
from api.store.session import Session


def list_seen(advice: Iterable[Advice], asker: CaseAsker) -> list[Advice]:
    """What the asker sees of it: an expert what was written down as its own."""
    return [row for row in advice if asker.right != "answer" or row.expert_slug == asker.account.scope.code]


def may_write_advice(session: Session, case: Case, asker: CaseAsker) -> bool:
    """Whether it may write advice down: an advisor, or an expert that has not said no."""
    if asker.right == "answer":
        return is_still_asked(session, case.id, asker.account.scope.code)
    return asker.right == "advise"


def check_may_write(session: Session, case: Case, asker: CaseAsker) -> None:
    """Return if the asker may write advice down.

    Raises
    ------
    RoleRefused : it is of the municipality, or an expert that is no longer asked
    """
    if not may_write_advice(session, case, asker):
        raise RoleRefused("advice is written down by the advisor, and by an expert that is asked and has not said no")


def may_change(row: Advice, asker: CaseAsker) -> bool:
    """Whether it may change the advice or take it away: an advisor, or who wrote it as the expert."""
    return asker.right == "advise" or (asker.right == "answer" and row.by == asker.id)


def check_may_change(row: Advice, asker: CaseAsker) -> None:
    """Return if the asker may change the advice; raises RoleRefused where not."""
    if not may_change(row, asker):
        raise RoleRefused("advice is changed by the advisor, and by the expert that wrote it down")


def as_given_by(given: Given, asker: CaseAsker) -> Given:
    """The advice as its writer may tell who gave it: an expert tells of its own alone."""
    return replace(given, expert_slug=asker.account.scope.code) if asker.right == "answer" else given


def place_advice(request: Request, session: Session, case: Case, today: date, row: Advice | None = None) -> AdvicePlace:
    """What advice of the case can be. row : the advice that is changed, whose area and expert may stay"""
    kept = [row] if row else []
    areas = {*list_areas(request), *list_case_areas(session, case.id), *(one.area for one in kept)}
    experts = {*list_asked(session, case.id), *(one.expert_slug for one in kept if one.expert_slug)}
    return AdvicePlace(today=today, asked=case.created.date(), areas=areas, experts=experts)
