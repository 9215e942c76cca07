"""The report of a period as whoever asks may see it."""

from dataclasses import dataclass
from datetime import date

from api.access.scope import Scope
from api.store.database import Database
from api.store.national.happened import read_happened
from kb.documents import Period
from kb.errors import PeriodRejected
from kb.national.priority.police import find_last_with_risk, view_lists
from kb.national.report.happened import Happened
from kb.national.report.report import NO_AREA, Grouping, Report, make_report
from kb.registers import Registers
from kb.snapshot.snapshot import Snapshot

SEVERE, RISK, LISTED = "särskilt utsatt", "riskområde", "utsatt"
CLASSES = (SEVERE, RISK, LISTED)
"""As the mandate Ju2022/01000 puts them."""
FIRST_DAY = date(2022, 1, 1)
"""The mandate was given that year: nothing is older."""


@dataclass(frozen=True, slots=True)
class ReportRead:
    """county : the one that it is of, empty for the country; happened : what it was counted from"""

    report: Report
    county: str
    happened: Happened


def find_report(database: Database, snapshot: Snapshot, scope: Scope, period: Period) -> ReportRead:
    """Of the municipalities of the scope: the country, or a county.

    Raises
    ------
    PeriodRejected : it ends before it begins, or begins before FIRST_DAY
    """
    if not FIRST_DAY <= period.first <= period.last:
        raise PeriodRejected(f"{period.first} to {period.last}; from {FIRST_DAY}, with an end after the beginning")
    with database.reading() as session:
        happened = read_happened(session, scope.code)
    return ReportRead(make_report(happened, _group(snapshot), period), scope.code, happened)


def _group(snapshot: Snapshot) -> Grouping:
    experts = snapshot.experts.items()
    return Grouping(
        class_of=_list_classes(snapshot.registers),
        classes=CLASSES,
        focus_of={slug: area.focus_areas for slug, area in snapshot.problem_areas.items()},
        kind_of={slug: expert.organisation_type for slug, expert in experts},
    )


def _list_classes(registers: Registers) -> dict[str, str]:
    """Municipality code -> what the mandate goes by: the gravest class on the newest list, but riskområde where an area
    was one when the class was last used and none is särskilt utsatt now.
    """
    last_with_risk = find_last_with_risk(registers)
    found = {}
    for code, view in view_lists(registers).items():
        newest = view.lists[0].gravest if view.lists else None
        had_risk = any(
            area.area_class == RISK for one in view.lists if one.year == last_with_risk for area in one.areas
        )
        if newest == SEVERE or not had_risk:
            found[code] = newest or NO_AREA
        else:
            found[code] = RISK
    return found
