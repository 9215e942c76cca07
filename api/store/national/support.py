"""What each municipality has asked for and had, counted where it is kept."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from api.store.cases.find_case import ENDS
from api.store.cases.tables import Advice, Case, CaseProblem
from kb.national.priority.support import Support

MERGED = "merged"
"""A case that became part of another is counted as that one."""


def count_support(session: Session, since: date, county: str = "") -> Mapping[str, Support]:
    """Code -> what the municipality has asked since the day and had of advice; those without any are left out.

    county : two digits, empty for the whole country
    """
    began = datetime.combine(since, time.min, UTC)
    of_cases = (Case.municipality_code.startswith(county, autoescape=True), Case.state != MERGED)
    asked = (*of_cases, Case.created >= began)
    ended = func.sum(case((Case.state.in_(ENDS), 1), else_=0))
    cases = session.execute(
        select(Case.municipality_code, func.count(), ended).where(*asked).group_by(Case.municipality_code)
    ).all()
    areas: dict[str, set[str]] = defaultdict(set)
    wanted = select(Case.municipality_code, CaseProblem.area).join(CaseProblem, CaseProblem.case_id == Case.id)
    for code, area in session.execute(wanted.where(*asked).distinct()):
        areas[code].add(area)
    given = select(Case.municipality_code, func.sum(Advice.hours)).join(Advice, Advice.case_id == Case.id)
    hours = {
        code: float(total)
        for code, total in session.execute(given.where(*of_cases, Advice.day >= since).group_by(Case.municipality_code))
    }
    counted = {code: (n - n_ended, n_ended) for code, n, n_ended in cases}
    return {
        code: Support(*counted.get(code, (0, 0)), hours.get(code, 0.0), frozenset(areas[code]))
        for code in sorted({*counted, *hours})
    }
