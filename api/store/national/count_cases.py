"""How many cases each municipality has had."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.store.cases.tables import Case


def count_cases(session: Session, county: str = "") -> dict[str, int]:
    """Municipality code -> how many cases it has had; those that became part of another are counted once, as that one.

    county : two digits, empty for the whole country; municipalities without a case are left out
    """
    counted = select(Case.municipality_code, func.count()).where(Case.state != "merged")
    if county:
        counted = counted.where(Case.municipality_code.startswith(county))
    rows = session.execute(counted.group_by(Case.municipality_code))
    return {code: n_cases for code, n_cases in rows}  # noqa: C416  dict() does not take rows for pairs
