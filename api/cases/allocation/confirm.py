"""A proposal confirmed by the advisor whose desk it is of: what may not be is refused, what has changed is told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from api.access.signed_in import SignedIn
from api.cases.rights import find_right
from api.store.allocation.confirm_allocation import confirm_allocation
from api.store.cases.errors import CaseRejected, UnknownCase
from api.store.cases.find_case import find_case, list_asked
from api.store.cases.propose import list_proposed
from api.store.cases.request_json import read_request
from api.store.once import make_once
from api.store.session import Session
from kb.matching.constraints import find_excluded
from kb.matching.help_request import make_help_request
from kb.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Chosen:
    """Pairs of a proposal. experts : case -> slugs; seen : case -> when it had changed last, as it was shown"""

    experts: Mapping[str, Sequence[str]]
    seen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Ids of cases: those whose experts are proposed now, and those that had changed and are as they were."""

    cases: tuple[str, ...]
    changed: tuple[str, ...]


def choose(pairs: Iterable[tuple[str, str]], seen: Mapping[str, str]) -> Chosen:
    """What is chosen of pairs of case and slug, in their order, each once."""
    experts: dict[str, dict[str, None]] = defaultdict(dict)
    for case_id, slug in pairs:
        experts[case_id][slug] = None
    return Chosen({case_id: tuple(slugs) for case_id, slugs in experts.items()}, seen)


def confirm(
    session: Session, account: SignedIn, chosen: Chosen, snapshot: Snapshot, today: date, now: datetime, once: str
) -> Confirmed:
    """Propose what is chosen, once for that key.

    Raises
    ------
    UnknownCase : a case is none, or not of the account's desk
    CaseRejected : an expert is none, or may not be asked in the case
    """
    for case_id, slugs in chosen.experts.items():
        _check(session, account, case_id, slugs, snapshot, today)

    def make(_: str) -> None:
        confirm_allocation(session, chosen.experts, chosen.seen, account.id, now)

    make_once(session, f"{account.id} allocation", once, now, make)
    proposed = list_proposed(session, tuple(chosen.experts))
    done = [
        case_id
        for case_id, slugs in chosen.experts.items()
        if set(slugs) <= {*proposed.get(case_id, ()), *list_asked(session, case_id)}
    ]
    return Confirmed(tuple(done), tuple(case for case in chosen.experts if case not in done))


def _check(
    session: Session, account: SignedIn, case_id: str, slugs: Sequence[str], snapshot: Snapshot, today: date
) -> None:
    case = find_case(session, case_id)
    if find_right(case, account, ()) != "advise":
        raise UnknownCase("there is no such case, or it is not for you; ask who sent you here")
    request = make_help_request(
        case.municipality_code,
        snapshot.registers,
        today,
        first=case.first,
        last=case.last,
        form=case.form,
        language=case.language,
    )
    unwanted = read_request(case.request).not_experts
    for slug in slugs:
        expert = snapshot.experts.get(slug)
        if expert is None:
            raise CaseRejected(f"no expert {slug!r} in the index; make the proposal again")
        if slug in unwanted or find_excluded([expert], request, today):
            raise CaseRejected(f"expert {slug!r} may not be asked in the case {case.code}; make the proposal again")
