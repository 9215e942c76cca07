"""What every page has on which an organisation answers for its profile: whose it is, and the ways to the others."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import Response

from api.access.require import require
from api.access.signed_in import SignedIn
from api.expert_side.own_profile import own_profile
from api.languages import Language
from api.pages.expert_side.addresses import OWN
from api.pages.frame.private import render_form_page

Organisation = Annotated[SignedIn, Depends(require("expert"))]


@dataclass(frozen=True, slots=True)
class OwnPageLink:
    """key : of its name in the strings"""

    key: str
    href: str
    is_here: bool


def render_own_page(
    request: Request,
    here: str,
    template: str,
    account: SignedIn,
    language: Language,
    status: int = 200,
    **values: object,
) -> Response:
    """The page at the path; its template is `expert_side/TEMPLATE.html`. Raises as `own_profile`."""
    shared = {
        "expert": own_profile(request, account),
        "pages": link_own_pages(here),
        "faults": {},
        "saved_now": request.query_params.get("sparad", ""),
    }
    return render_form_page(request, f"expert_side/{template}.html", language, status, **{**shared, **values})


def link_own_pages(here: str) -> list[OwnPageLink]:
    """The ways to all of them, from the one that is at that path."""
    return [OwnPageLink(key, path, path == here) for path, key in OWN.items()]
