"""JSON from outside as a value: neither too large, nor nested too deep, nor with signs that are no text."""

import re
from typing import TypeVar

import msgspec

from kb.errors import PlanDamaged

MAX_BYTES = 5_000_000
"""A plan of twenty problems with all that can be chosen has under 1 MB."""
WAY_OUT = "give the JSON that `kb plan --out plan.json` wrote, or that the page of the plan gave"
_ESCAPE = re.compile(rb"\\(?:(?P<control>u00(?:0[0-8bce-f]|1[0-9a-f]|7f)|u[Ff]{3}[EeFf]|[bf])|.)", re.DOTALL)
"""An escaped sign of JSON; control : one that is no text. All but tab, new line and carriage return are none."""
Value = TypeVar("Value")


def decode_json(raw: bytes, kind: type[Value]) -> Value:
    """The value of that kind that the bytes are the JSON of.

    Raises
    ------
    PlanDamaged : not such a value, too large, nested too deep, or with signs that are no text
    """
    if len(raw) > MAX_BYTES:
        raise PlanDamaged(f"the plan has {len(raw)} bytes; at most {MAX_BYTES} are read, {WAY_OUT}")
    control = next((escape for escape in _ESCAPE.finditer(raw) if escape["control"]), None)
    if control:
        raise PlanDamaged(f"a control sign stands at byte {control.start()} of the plan; take it out, or {WAY_OUT}")
    try:
        return msgspec.json.decode(raw, type=kind)
    except RecursionError as error:
        raise PlanDamaged(f"this is not a saved plan, it is nested too deep; {WAY_OUT}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PlanDamaged(f"this is not a saved plan ({_place(error)}); {WAY_OUT}") from error


def _place(error: Exception) -> str:
    """What was wrong, without what stood there."""
    return re.sub(r"'[^']*'|\"[^\"]*\"", "'...'", str(error)) if isinstance(error, msgspec.DecodeError) else "not UTF-8"
