"""What the routes of the experts' own side are asked with: an account, and its token where something is written."""

from typing import Annotated

from fastapi import Depends, Header, Path, Request

from api.access.csrf import CSRF_HEADER, check_csrf
from api.access.require import require
from api.access.signed_in import SignedIn

TAG = "experternas egen sida"


def _check(request: Request) -> None:
    check_csrf(request, request.headers.get(CSRF_HEADER, ""))


Organisation = Annotated[SignedIn, Depends(require("expert"))]
Inviting = Annotated[SignedIn, Depends(require("advisor", "editor"))]
CHECKED = [Depends(_check)]
Once = Annotated[str, Header(alias="Idempotency-Key", max_length=200, examples=["7d1f"])]
"""Sent again within two days, nothing is made a second time."""
Slug = Annotated[str, Path(examples=["tranemo-est"])]
