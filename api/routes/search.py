"""Search in the guidance."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request

from api.deps import CurrentSearcher, refuse_unknown_parameters
from api.routes.answers import KEY_REJECTED
from api.schemas.search import MAX_QUERY_CHARS, SearchOut, search_out
from api.widget.keys import check_widget_key

router = APIRouter(prefix="/v1", tags=["sök"], dependencies=[Depends(refuse_unknown_parameters)])

Values = Annotated[list[str], Query()]


@router.get("/search", summary="Sök vägledning", responses=KEY_REJECTED)
def search(
    request: Request,
    searcher: CurrentSearcher,
    q: Annotated[str, Query(max_length=MAX_QUERY_CHARS, examples=["ungar som kör epa på torget"])],
    problem_area: Values = [],  # noqa: B006  FastAPI copies defaults
    rating: Values = [],  # noqa: B006
    recommendation: Values = [],  # noqa: B006
    kind: Values = [],  # noqa: B006
    approach: Values = [],  # noqa: B006
    prevention_level: Values = [],  # noqa: B006
    target_group: Values = [],  # noqa: B006
    setting: Values = [],  # noqa: B006
    run_by: Values = [],  # noqa: B006
    sort: Literal["relevance", "evidence"] = "relevance",
    first: Annotated[int, Query(ge=0)] = 0,
    n: Annotated[int, Query(ge=1, le=50)] = 10,
    key: Annotated[str, Query(max_length=100, description="Nyckel för sökruta på en annan webbplats")] = "",
) -> SearchOut:
    check_widget_key(request.app.state.widget_keys, key, is_from_page="origin" in request.headers)
    filters = {
        "problem_area": problem_area,
        "rating": rating,
        "recommendation": recommendation,
        "kind": kind,
        "approach": approach,
        "prevention_level": prevention_level,
        "target_group": target_group,
        "setting": setting,
        "run_by": run_by,
    }
    return search_out(q, searcher.search_guidance(q, filters, first=first, n=n, sort=sort))
