"""What the routes of cases are asked with.

Who asks is the account of the sign-in, with the token of its forms in `X-CSRF-Token` where something is written.
"""

from typing import Annotated

from fastapi import Depends, Header, Path, Request, Response

from api.access.csrf import CSRF_HEADER, check_csrf
from api.access.require import require
from api.access.signed_in import SignedIn

CASES = "/v1/cases"
CASE = "/{case_id}"
TAG = "ärenden"


def _check(request: Request) -> None:
    check_csrf(request, request.headers.get(CSRF_HEADER, ""))


SIGNED_IN = Depends(require("coordinator", "advisor", "expert"))
CHECKED = [SIGNED_IN, Depends(_check)]
"""Of what writes; who is signed out is told that, and not of the token."""
CaseId = Annotated[str, Path(examples=["0f3c9a7be0214d55a1c2d3e4f5061728"])]
PartId = Annotated[str, Path(examples=["7b2a4c6e8d0f4b1a9c3e5d7f60819a2b"])]
Once = Annotated[str, Header(alias="Idempotency-Key", max_length=200, examples=["7d1f"])]
"""Sent again within two days, nothing is made a second time."""
Coordinator = Annotated[SignedIn, Depends(require("coordinator"))]
Listing = Annotated[SignedIn, Depends(require("coordinator", "advisor"))]


def keep_nowhere(answer: Response) -> None:
    """Have nothing on the way store the answer."""
    answer.headers["Cache-Control"] = "no-store"
