"""What the routes of saved plans are asked with: who asks, the version that was read, the key of a request.

Who asks is the account of the sign-in, with the token of its forms in `X-CSRF-Token` where something is written, or
whoever has a link or a key, its token as `Authorization: Bearer`.
"""

from typing import Annotated

from fastapi import Depends, Header, Path, Request, Response

from api.access.csrf import CSRF_HEADER, check_csrf
from api.saved_plans.link_cookie import is_program
from api.saved_plans.place import PlanPlace, coordinators_place, reading_place, saving_place
from api.store.plans.errors import UnknownVersion

PLANS = "/v1/plans"
PLAN = "/{plan_id}"
TAG = "sparade planer"


def _check(request: Request) -> None:
    """A request that writes is a program's, or carries the token of this browser."""
    if not is_program(request):
        check_csrf(request, request.headers.get(CSRF_HEADER, ""))


def _read_tag(if_match: str) -> int:
    bare = if_match.removeprefix("W/").strip('"')
    if not bare.isdecimal():
        raise UnknownVersion('If-Match names no version; send the ETag of the plan as it was read, as "3"')
    return int(bare)


def _read_known(if_match: Annotated[str, Header(alias="If-Match", max_length=20, examples=['"3"'])]) -> int:
    return _read_tag(if_match)


def _read_told(
    if_match: Annotated[str, Header(alias="If-Match", max_length=20, examples=['"3"'])] = "",
) -> int | None:
    return _read_tag(if_match) if if_match else None


CHECKED = [Depends(_check)]
PlanId = Annotated[str, Path(examples=["0f3c9a7be0214d55a1c2d3e4f5061728"])]
PartId = Annotated[str, Path(examples=["7b2a4c6e8d0f4b1a9c3e5d7f60819a2b"])]
Number = Annotated[int, Path(ge=0, le=10**9, examples=[1])]
Once = Annotated[str, Header(alias="Idempotency-Key", max_length=200, examples=["7d1f"])]
"""Sent again within two days, nothing is made a second time."""
Base = Annotated[int, Depends(_read_known)]
"""The version that was read, which must be told."""
ToldBase = Annotated[int | None, Depends(_read_told)]
"""The same where it may be left out: then nobody asks whether the plan was written since."""
Reading = Annotated[PlanPlace, Depends(reading_place)]
Saving = Annotated[PlanPlace, Depends(saving_place)]
Coordinating = Annotated[PlanPlace, Depends(coordinators_place)]


def tag(answer: Response, version: int) -> None:
    """Say which version the answer is of, and that nothing on the way keeps it."""
    answer.headers["ETag"] = f'"{version}"'
    answer.headers["Cache-Control"] = "no-store"
