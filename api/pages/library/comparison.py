"""Two or three methods side by side, and the form in which they are chosen."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import load_strings
from api.pages.frame.area_name import sort_areas
from api.pages.frame.failure import render_failure
from api.pages.frame.render import render_page
from kb.errors import KbError
from kb.overview.comparison import MAX_METHODS, compare_methods, is_comparable
from kb.snapshot.snapshot import Snapshot
from kb.text.swedish_order import swedish_order

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

TEMPLATE = "comparison.html"


class ComparisonAsked(BaseModel):
    """metod: slugs of methods; omrade: slug of the problem area, empty for none."""

    metod: list[str] = Field(default=[], max_length=100)
    omrade: str = ""

    @property
    def slugs(self) -> list[str]:
        """Those that are chosen: a field of the form that was left alone sends nothing."""
        return [slug for slug in self.metod if slug]


@router.get("/jamfor")
def show_comparison(
    request: Request, searcher: CurrentSearcher, language: ChosenLanguage, asked: Annotated[ComparisonAsked, Query()]
) -> Response:
    snapshot = searcher.snapshot
    areas = sort_areas(snapshot.problem_areas.values(), load_strings(language))
    form: dict[str, Any] = {
        "chosen": [*asked.slugs, *[""] * MAX_METHODS][:MAX_METHODS],
        "chosen_area": asked.omrade,
        "choices": _list_choices(snapshot),
        "areas": {area.slug: area for area in areas},
    }
    if not asked.slugs:
        return render_page(request, TEMPLATE, language, **form)
    try:
        found = compare_methods(asked.slugs, asked.omrade or None, snapshot.guidance, snapshot.problem_areas)
    except KbError as error:
        return render_failure(request, TEMPLATE, language, error, **form)
    return render_page(request, TEMPLATE, language, **form, found=found)


def _list_choices(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Slug and title of every method, by title."""
    found = [(d.slug, d.title) for d in snapshot.guidance.values() if is_comparable(d.kind)]
    return sorted(found, key=lambda choice: swedish_order(choice[1]))
