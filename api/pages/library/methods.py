"""All methods with given properties, listed whole: where the cells of the maps lead."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel

from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import load_strings
from api.pages.frame.area_name import name_area, sort_areas
from api.pages.frame.failure import render_failure
from api.pages.frame.filtered_out import ToldFilteredOut, tell_filtered_out
from api.pages.frame.method_links import PARAMETERS, count_methods, link_methods
from api.pages.frame.render import render_page
from kb.documents import Guidance
from kb.errors import UnknownSlug
from kb.overview.method_list import MethodQuery, list_methods
from kb.search.filtered_out import find_filtered_out
from kb.vocabulary import APPROACHES, PREVENTION_LEVELS, TARGET_GROUPS, Approach, PreventionLevel, TargetGroup

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

TITLES = {"prevention_level": "level"}
"""Field of the form -> key of its name, where that is not its own."""


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
    choices: dict[str, list[tuple[str, str]]] = {
        "problem_area": [(item.slug, name_area(item, t)) for item in areas],
        "approach": [(value, t[f"approach_{value}"]) for value in APPROACHES],
        "prevention_level": [(value, t[f"level_{value}"]) for value in PREVENTION_LEVELS],
        "target_group": [(value, t[f"target_group_{value}"]) for value in TARGET_GROUPS],
    }
    found = list_methods(snapshot.guidance.values(), query)
    labels = {field: dict(values) for field, values in choices.items()}
    return render_page(
        request,
        "methods.html",
        language,
        query=query,
        choices=choices,
        titles={field: t[TITLES.get(field, field)] for field in choices},
        chosen=asked.model_dump(),
        area=snapshot.problem_areas.get(area),
        found=found,
        filtered_out=None if found.primary else _tell_filtered_out(snapshot.guidance.values(), query, labels, t),
        stated=[d for d in snapshot.guidance.values() if d.kind == "lucka" and area in _areas(d)],
        count_methods=count_methods,
    )


def _tell_filtered_out(
    guidance: Collection[Guidance], query: MethodQuery, labels: Mapping[str, Mapping[str, str]], t: Mapping[str, str]
) -> ToldFilteredOut | None:
    """labels : parameter -> value -> its name."""
    chosen = {name: value for name, value in asdict(query).items() if value}

    def keep(names: Collection[str]) -> MethodQuery:
        return MethodQuery(**{name: chosen[name] for name in names})

    return tell_filtered_out(
        find_filtered_out(list(chosen), lambda kept: len(list_methods(guidance, keep(kept)).primary)),
        {name: _name_choice(PARAMETERS[name], value, labels, t) for name, value in chosen.items()},
        lambda kept: link_methods(keep(kept)),
        lambda n: count_methods(n, t),
        "filtered_out_choices",
        t,
    )


def _name_choice(field: str, value: str, labels: Mapping[str, Mapping[str, str]], t: Mapping[str, str]) -> str:
    return f"{t[TITLES.get(field, field)]} ({labels[field][value]})"


def _areas(document: Guidance) -> tuple[str, ...]:
    return (*document.primary_areas, *document.secondary_areas)
