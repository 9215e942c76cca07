"""What a case weighs when experts are shared among many: its priority, its hours, the least match it is given."""

from datetime import datetime

from sqlalchemy.orm import Session

from api.store.cases.errors import CaseRejected
from api.store.cases.events import record_event
from api.store.cases.find_case import find_open_case
from api.store.cases.tables import Case

PRIORITIES = (1, 2, 3)
"""3 goes first, as in an allocation."""
MAX_HOURS = 500.0


def weigh_case(
    session: Session, case_id: str, *, priority: int, hours: float, floor: float, by: str, now: datetime
) -> Case:
    """The case with its weights. hours : above 0, at most MAX_HOURS; floor : in [0, 1]

    Raises
    ------
    UnknownCase, CaseClosed : there is none, or it has ended
    CaseRejected : a weight is out of its range; one line for each
    """
    case = find_open_case(session, case_id)
    faults = [f"priority: {priority}; choose 1, 2 or 3"] if priority not in PRIORITIES else []
    faults += [f"hours: {hours:g}; give more than 0 and at most {MAX_HOURS:g}"] if not 0 < hours <= MAX_HOURS else []
    faults += [f"floor: {floor:g}; give a number from 0 to 1"] if not 0 <= floor <= 1 else []
    if faults:
        raise CaseRejected("\n".join(faults))
    if (case.priority, case.hours, case.floor) != (priority, hours, floor):
        case.priority, case.hours, case.floor = priority, hours, floor
        record_event(session, case_id, "case.changed", by, now)
    return case
