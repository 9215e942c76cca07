"""How an advisor asks for an allocation: what is typed, ids of cases and slugs of experts, and nothing else."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from starlette.datastructures import FormData

from api.cases.allocation.read_desk import REACHES, Reach
from api.pages.frame.fault import Fault
from api.pages.frame.form_fields import list_typed, read_typed
from api.schemas.quotas import MOST_CASES, MOST_HOURS
from kb.staffing.by_hand import ByHand
from kb.staffing.quotas import Quotas

QUOTAS: Mapping[str, int] = {
    "cases_per_expert": MOST_CASES,
    "hours_per_expert": MOST_HOURS,
    "cases_per_county": MOST_CASES,
    "hours_per_county": MOST_HOURS,
}
"""Name of the field -> the most that may be typed in it."""
GIVEN = "given-"
"""Then the id of the case; its value is the slug of the expert, NOBODY, or empty."""
NOBODY = "-"
OUT = "out"
PAIR = "pair"
"""Its value is the id of a case, then a colon and the slug of an expert."""
SEEN = "seen-"
"""Then the id of the case; its value tells when it had changed last."""


@dataclass(frozen=True, slots=True)
class AskedAllocation:
    """typed : the quotas as they were typed; faults : name of a field -> what is wrong with it"""

    reach: Reach
    worst_first: bool
    quotas: Quotas
    typed: Mapping[str, str]
    by_hand: ByHand
    faults: Mapping[str, Fault]


NOTHING_ASKED = AskedAllocation("desk", False, Quotas(), dict.fromkeys(QUOTAS, ""), ByHand(), {})


def read_asked(fields: FormData, cases: Set[str], experts: Set[str]) -> AskedAllocation:
    """What is asked for. What is of a case or an expert that is there no longer is left out."""
    typed = read_typed(fields, (*QUOTAS, "worst_first"))
    values = {name: _read_number(typed[name]) for name in QUOTAS if typed[name].strip()}
    faults = {name: Fault("allocation_fault_number") for name, value in values.items() if not _is_fit(name, value)}
    return AskedAllocation(
        reach=read_reach(fields),
        worst_first=bool(typed["worst_first"]),
        quotas=Quotas() if faults else _make_quotas(values),
        typed={name: typed[name] for name in QUOTAS},
        by_hand=_read_by_hand(fields, cases, experts),
        faults=faults,
    )


def read_reach(fields: FormData) -> Reach:
    """Which desks are meant; the advisor's own when nothing is chosen."""
    typed = read_typed(fields, ("reach",))["reach"]
    return next((reach for reach in REACHES if reach == typed), "desk")


def read_pairs(fields: FormData) -> list[tuple[str, str]]:
    """Case and expert of each pair that is ticked."""
    values = [value for name, value in list_typed(fields) if name == PAIR]
    return [(case_id, slug) for case_id, colon, slug in (value.partition(":") for value in values) if colon]


def read_seen(fields: FormData) -> dict[str, str]:
    """case -> when it had changed last, as it was shown."""
    return {name.removeprefix(SEEN): value for name, value in list_typed(fields) if name.startswith(SEEN)}


def _read_by_hand(fields: FormData, cases: Set[str], experts: Set[str]) -> ByHand:
    typed = list_typed(fields)
    chosen = {name.removeprefix(GIVEN): value for name, value in typed if name.startswith(GIVEN)}
    return ByHand(
        given={case: slug for case, slug in chosen.items() if case in cases and slug in experts},
        nobody=frozenset(case for case, slug in chosen.items() if case in cases and slug == NOBODY),
        out=frozenset(value for name, value in typed if name == OUT and value in experts),
    )


def _read_number(text: str) -> float | None:
    bare = text.strip().replace(",", ".")
    return float(bare) if bare.replace(".", "", 1).isdecimal() and bare.isascii() and len(bare) < 10 else None


def _is_fit(name: str, value: float | None) -> bool:
    """Cases are counted whole, hours need not be."""
    return value is not None and value <= QUOTAS[name] and (name.startswith("hours") or value == int(value))


def _make_quotas(values: Mapping[str, float | None]) -> Quotas:
    whole = {name: int(value) for name, value in values.items() if value is not None and name.startswith("cases")}
    hours = {name: value for name, value in values.items() if value is not None and name.startswith("hours")}
    return Quotas(
        cases_per_expert=whole.get("cases_per_expert"),
        hours_per_expert=hours.get("hours_per_expert"),
        cases_per_county=whole.get("cases_per_county"),
        hours_per_county=hours.get("hours_per_county"),
    )
