"""All methods with given properties, listed whole: where the cells of the maps lead."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel

from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import load_strings
from api.pages.frame.area_name import name_area, sort_areas
from api.pages.frame.failure import render_failure
from api.pages.frame.method_links import count_methods
from api.pages.frame.render import render_page
from kb.documents import Guidance
from kb.errors import UnknownSlug
from kb.overview.method_list import MethodQuery, list_methods
from kb.vocabulary import APPROACHES, PREVENTION_LEVELS, TARGET_GROUPS, Approach, PreventionLevel, TargetGroup

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


class MethodsAsked(BaseModel):
    """What the list is narrowed to; an empty text: to nothing."""

    problem_area: str = ""
    approach: Approach | Literal[""] = ""
    prevention_level: PreventionLevel | Literal[""] = ""
    target_group: TargetGroup | Literal[""] = ""


@router.get("/metoder")
def show_methods(
    request: Request, searcher: CurrentSearcher, language: ChosenLanguage, asked: Annotated[MethodsAsked, Query()]
) -> Response:
    snapshot, t = searcher.snapshot, load_strings(language)
    area = asked.problem_area
    if area and area not in snapshot.problem_areas:
        return render_failure(request, "error.html", language, UnknownSlug(f"no problem area {area!r}"))
    query = MethodQuery(
        area or None, asked.approach or None, asked.prevention_level or None, asked.target_group or None
    )
    areas = sort_areas(snapshot.problem_areas.values(), t)
    choices = {
        "problem_area": [(item.slug, name_area(item, t)) for item in areas],
        "approach": [(value, t[f"approach_{value}"]) for value in APPROACHES],
        "prevention_level": [(value, t[f"level_{value}"]) for value in PREVENTION_LEVELS],
        "target_group": [(value, t[f"target_group_{value}"]) for value in TARGET_GROUPS],
    }
    return render_page(
        request,
        "methods.html",
        language,
        query=query,
        choices=choices,
        chosen=asked.model_dump(),
        area=snapshot.problem_areas.get(area),
        found=list_methods(snapshot.guidance.values(), query),
        stated=[d for d in snapshot.guidance.values() if d.kind == "lucka" and area in _areas(d)],
        count_methods=count_methods,
    )


def _areas(document: Guidance) -> tuple[str, ...]:
    return (*document.primary_areas, *document.secondary_areas)
