"""Whose plans are listed and saved: those of the account's place, or of the municipality of a program's key."""

from dataclasses import dataclass

from fastapi import Request

from api.access.errors import RoleRefused, SignInNeeded
from api.access.plan_key import PlanKey, current_key
from api.access.require import require
from api.saved_plans.link_cookie import is_program


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """id : of the account or the key; code : what the codes of its municipalities begin with, empty for all

    for_advisors : it sees what coordinators have given advisors alone
    """

    id: str
    code: str
    for_advisors: bool = False

    def narrow(self, code: str) -> str:
        """The code of a municipality or a county within the place, the place's own where none is told.

        Raises
        ------
        RoleRefused : it is outside
        """
        if code and not code.startswith(self.code):
            raise RoleRefused("this is for accounts of its own municipality or county; ask a colleague there")
        return code or self.code


def reading_place(request: Request) -> PlanPlace:
    """The place of a coordinator, an advisor or a key.

    Raises
    ------
    SignInNeeded, RoleRefused : nobody asks who may list plans
    """
    if key := _shown_key(request):
        return PlanPlace(key.id, key.municipality_code)
    account = require("coordinator", "advisor")(request)
    return PlanPlace(account.id, account.scope.code, for_advisors=account.role == "advisor")


def saving_place(request: Request) -> PlanPlace:
    """The place of a coordinator, or of a key that writes.

    Raises
    ------
    SignInNeeded, RoleRefused : nobody asks who may save a plan
    """
    if key := _shown_key(request):
        if not key.may_write:
            raise RoleRefused("the key reads plans; ask for one with the scope plans:write")
        return PlanPlace(key.id, key.municipality_code)
    return coordinators_place(request)


def coordinators_place(request: Request) -> PlanPlace:
    """The municipality of a coordinator, signed in.

    Raises
    ------
    SignInNeeded, RoleRefused : no coordinator asks
    """
    if is_program(request):
        raise RoleRefused("this is for coordinators who have signed in; a key or a link does not do")
    account = require("coordinator")(request)
    if account.scope.kind != "municipality":
        raise RoleRefused("a plan is saved for a municipality; ask for an account of one")
    return PlanPlace(account.id, account.scope.code)


def _shown_key(request: Request) -> PlanKey | None:
    """The key of a program, None for a browser.

    Raises
    ------
    SignInNeeded : a program shows what is no key of plans
    """
    key = current_key(request)
    if key is None and is_program(request):
        raise SignInNeeded("no key of plans is shown; ask those who run the service for one")
    return key
