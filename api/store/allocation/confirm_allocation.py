"""What of an allocation is confirmed: each pair becomes an expert proposed in the case, unless the case has changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from api.store.cases.errors import CaseClosed, UnknownCase
from api.store.cases.find_case import find_open_case
from api.store.cases.propose import propose


def confirm_allocation(
    session: Session, chosen: Mapping[str, Sequence[str]], seen: Mapping[str, str], by: str, now: datetime
) -> None:
    """Propose the experts in the cases that are as they were seen; the others are left as they are.

    chosen : case -> slugs; seen : case -> when it had changed last, as it was shown
    """
    for case_id in sorted(chosen):  # in one order, so that two who confirm never wait for each other
        if _is_as_seen(session, case_id, seen.get(case_id, "")):
            for slug in chosen[case_id]:
                propose(session, case_id, slug, by, now)


def _is_as_seen(session: Session, case_id: str, seen: str) -> bool:
    try:
        case = find_open_case(session, case_id)
    except (UnknownCase, CaseClosed):
        return False
    return case.state in ("new", "waiting") and case.changed.isoformat() == seen
