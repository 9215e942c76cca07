"""What is wrong with a field of a form, and its words."""

from collections.abc import Mapping
from dataclasses import dataclass

from api.formats import write_list
from api.statuses import INVALID, status_of
from kb.errors import KbError


@dataclass(frozen=True, slots=True)
class Fault:
    """key : of its words in the strings; near : names that may have been meant; status : of HTTP."""

    key: str
    near: tuple[str, ...] = ()
    status: int = INVALID.code


def name_fault(error: KbError, near: tuple[str, ...] = ()) -> Fault:
    """The fault that an error is. What the error itself says is for programs: it is in English."""
    status = status_of(type(error))
    return Fault(f"error_{status.kind}", near, status.code)


def spell_faults(faults: Mapping[str, Fault], strings: Mapping[str, str]) -> dict[str, str]:
    """name of a field -> what is wrong with it, in words."""
    return {field: _spell(fault, strings) for field, fault in faults.items()}


def _spell(fault: Fault, strings: Mapping[str, str]) -> str:
    words = strings.get(fault.key, strings["error_other"])
    if not fault.near:
        return words
    return f"{words}. {strings['did_you_mean']} {write_list(fault.near, strings, 'or')}?"
