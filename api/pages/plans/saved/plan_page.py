"""What every page of one saved plan has: the plan as it reads, who asks, who wrote, and the ways to its other pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import Response

from api.access.current_account import database_of
from api.languages import Language
from api.pages.frame.private import render_form_page
from api.pages.plans.saved.addresses import plan_address
from api.saved_plans.opened import Opened
from api.saved_plans.rights import PlanRight, allows
from api.store.plans.authors import name_authors
from kb.plans.working.read_action_plan import read_action_plan

PAGES: Mapping[str, PlanRight] = {
    "": "read",
    "dokument": "read",
    "uppfoljning": "read",
    "utbyte": "own",
    "kommentarer": "read",
    "versioner": "read",
    "dela": "own",
    "anta": "own",
    "jamfor": "read",
    "radera": "own",
}
"""End of the address -> what one may do to be shown the way there."""


@dataclass(frozen=True, slots=True)
class PageLink:
    key: str
    href: str
    is_here: bool


def render_plan_page(
    request: Request, page: str, opened: Opened, language: Language, status: int = 200, **values: object
) -> Response:
    """The page of the plan; its template is named for the end of its address."""
    saved, asker = opened.saved, opened.asker
    shared = {
        "saved": saved,
        "row": saved.row,
        "work": read_action_plan(saved.plan),
        "draft": saved.plan.draft,
        "asker": asker,
        "may_write": asker.may("write"),
        "may_own": asker.may("own"),
        "pages": _list_pages(saved.row.id, page, asker.right),
        "here": plan_address(saved.row.id),
        "faults": {},
    }
    template = f"saved/{page or 'plan'}.html"
    return render_form_page(request, template, language, status, **{**shared, **values})


def name_all(request: Request, ids: Iterable[str]) -> Mapping[str, str]:
    """Id of an account or a link -> its name."""
    with database_of(request).reading() as session:
        return name_authors(session, set(ids))


def _list_pages(plan_id: str, here: str, right: PlanRight) -> list[PageLink]:
    return [
        PageLink(f"plan_page_{page or 'edit'}", plan_address(plan_id, page), page == here)
        for page, needed in PAGES.items()
        if allows(right, needed)
    ]
