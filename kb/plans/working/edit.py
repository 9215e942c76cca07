"""Fields written in a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kb.errors import EditRejected
from kb.plans.plan import Plan
from kb.plans.working.field_kinds import WAYS_OUT, FaultKey, FieldFault
from kb.plans.working.fields import find_field
from kb.plans.working.working_plan import WorkingPlan, Written

MAX_FIELDS = 20_000


@dataclass(frozen=True, slots=True)
class EditFault:
    """path : of the field, empty where the plan has no such field, for a path that is none may be anything"""

    path: str
    key: FaultKey


@dataclass(frozen=True, slots=True)
class TidyEdits:
    """edits : path -> tidy text, empty for a field that is emptied"""

    edits: Mapping[str, str]
    faults: tuple[EditFault, ...]


def write_fields(plan: WorkingPlan, edits: Mapping[str, str]) -> WorkingPlan:
    """The plan with the fields written; an empty text empties a field.

    Raises
    ------
    EditRejected : a path that the plan does not have, or a text that cannot stand in its field; one line for each
    """
    tidied = tidy_edits(plan.draft, edits)
    if tidied.faults:
        raise EditRejected("\n".join(_tell(fault) for fault in tidied.faults))
    written = write_over(plan.written, tidied.edits)
    if len(written) > MAX_FIELDS:
        raise EditRejected(f"{len(written)} fields would be written; a plan has at most {MAX_FIELDS}, take some out")
    return replace(plan, written=written)


def tidy_edits(draft: Plan, edits: Mapping[str, str]) -> TidyEdits:
    """The edits that can stand, tidy, and what is wrong with the others."""
    tidy: dict[str, str] = {}
    faults = []
    for path, text in edits.items():
        kind = find_field(path, draft)
        if kind is None:
            faults.append(EditFault("", "unknown"))
            continue
        try:
            tidy[path] = kind.tidy(text)
        except FieldFault as fault:
            faults.append(EditFault(path, fault.key))
    return TidyEdits(tidy, tuple(faults))


def write_over(written: Written, edits: Mapping[str, str]) -> Written:
    """What is written after the edits, which are tidy."""
    return {path: text for path, text in {**written, **edits}.items() if text}


def list_edits(before: Written, after: Written) -> dict[str, str]:
    """The edits that make the one of the other; an empty text for a field that was emptied."""
    paths = sorted(before.keys() | after.keys())
    return {path: after.get(path, "") for path in paths if before.get(path, "") != after.get(path, "")}


def _tell(fault: EditFault) -> str:
    return f"{fault.path or 'a path'}: {WAYS_OUT[fault.key]}"
