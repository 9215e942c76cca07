"""A file of cases read into what POST /v1/allocations takes, every fault with its place, the value met and the way out.

What a text holds is never repeated: a value is shown when it is a number or a short word.
"""

import json
import re
from typing import Any

from pydantic import ValidationError

from api.schemas.allocation import AllocationIn
from kb.errors import CasesRejected

FORM = 'the file is {"cases": [...]}; docs/allocation.md has every field, docs/examples/cases.json an example'
MAX_SHOWN = 40


def read_cases(raw: bytes, name: str) -> AllocationIn:
    """The cases of a JSON file.

    Raises
    ------
    CasesRejected : not UTF-8, not JSON, a field that is missing, unknown or out of its range; one line for each fault,
        `cases[2].hours: ...`, positions from 0
    """
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CasesRejected(f"{name}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno}:{error.colno}"
        raise CasesRejected(f"{place}: not JSON, {error.msg[:1].lower()}{error.msg[1:]}; mend it there") from error
    except RecursionError as error:
        raise CasesRejected(f"{name}: nested too deeply; {FORM}") from error
    if not isinstance(content, dict):
        raise CasesRejected(f"{name}: holds {_show(content)} where an object should be; {FORM}")
    try:
        return AllocationIn.model_validate(content)
    except ValidationError as error:
        faults = [_tell(fault) for fault in error.errors(include_url=False)]
        raise CasesRejected("\n".join(faults)) from error


def _tell(fault: Any) -> str:
    place, kind = _place(fault["loc"]), fault["type"]
    if kind == "missing":
        return f"{place}: missing; give it, as docs/examples/cases.json does"
    if kind == "extra_forbidden":
        return f"{place}: unknown field; take it out, or mend its name"
    message = fault["msg"].removeprefix("Value error, ")
    if kind == "value_error":
        return f"{place}: {message}"
    return f"{place}: {message[:1].lower()}{message[1:]}; met {_show(fault['input'])}"


def _place(parts: tuple[str | int, ...]) -> str:
    """`cases[2].from`; what stands where a field's name should may be anything, and is not repeated."""
    place = ""
    for part in parts:
        known = re.fullmatch(r"\w{1,40}", str(part))
        place += f"[{part}]" if isinstance(part, int) else f".{part if known else '?'}"
    return place.removeprefix(".")


def _show(value: object) -> str:
    if isinstance(value, str):
        is_short = len(value) <= MAX_SHOWN and not re.search(r"\s", value)
        return repr(value) if is_short else f"a text of {len(value)} characters"
    if isinstance(value, list | dict):
        return f"{'a list' if isinstance(value, list) else 'an object'} of {len(value)}"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
