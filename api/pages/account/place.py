"""Where an account may act, by name."""

from fastapi import Request

from api.access.scope import Scope
from kb.errors import KbError
from kb.registers import Registers


def name_place(request: Request, scope: Scope) -> str:
    """The name of the scope's municipality or county; its code where there is no register to look in, empty for all."""
    try:
        registers: Registers = request.app.state.serving.searcher.snapshot.registers
    except KbError:
        return scope.code
    return _find_name(registers, scope) or scope.code


def _find_name(registers: Registers, scope: Scope) -> str | None:
    for town in registers.municipalities:
        if scope.kind == "municipality" and town.code == scope.code:
            return town.name
        if scope.kind == "county" and town.county_code == scope.code:
            return town.county_name
    return None
