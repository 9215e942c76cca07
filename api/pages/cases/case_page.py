"""What every page of one case has: the case, who asks, and the ways to its other pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import Response

from api.cases.opened import CaseAsker
from api.cases.rights import CaseRight
from api.languages import Language
from api.pages.cases.addresses import case_address
from api.pages.frame.private import render_form_page
from api.store.cases.tables import Case

PAGES: Mapping[str, frozenset[CaseRight]] = {
    "": frozenset(["ask", "advise", "answer"]),
    "hantera": frozenset(["advise"]),
    "experter": frozenset(["advise"]),
    "rad": frozenset(["ask", "advise", "answer"]),
    "historik": frozenset(["ask", "advise"]),
}
"""End of the address -> who is shown the way there. experter: who is asked, what they say and what is booked."""


@dataclass(frozen=True, slots=True)
class CasePageLink:
    key: str
    href: str
    is_here: bool


def render_case_page(
    request: Request, page: str, case: Case, asker: CaseAsker, language: Language, status: int = 200, **values: object
) -> Response:
    """The page of the case; its template is `cases/PAGE.html`, that of the case itself `cases/case.html`."""
    pages = [
        CasePageLink(f"case_page_{end or 'case'}", case_address(case.id, end), end == page)
        for end, rights in PAGES.items()
        if asker.right in rights
    ]
    shared = {"case": case, "asker": asker, "pages": pages, "here": case_address(case.id), "faults": {}}
    return render_form_page(request, f"cases/{page or 'case'}.html", language, status, **{**shared, **values})
