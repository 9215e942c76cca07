"""Names of what is told between municipalities by code or slug, as the snapshot that is served has them."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request

from api.cases.known import list_areas, list_counties, list_towns
from kb.documents import ProblemArea
from kb.errors import KbError


@dataclass(frozen=True, slots=True)
class Names:
    """Code or slug -> what it is called; empty where no index is served."""

    towns: Mapping[str, str]
    counties: Mapping[str, str]
    areas: Mapping[str, ProblemArea]
    methods: Mapping[str, str]


def read_names(request: Request) -> Names:
    return Names(list_towns(request), list_counties(request), list_areas(request), _list_methods(request))


def _list_methods(request: Request) -> Mapping[str, str]:
    try:
        guidance = request.app.state.serving.searcher.snapshot.guidance
    except KbError:
        return {}
    return {slug: document.title for slug, document in guidance.items()}
