"""Two or three methods side by side."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import CurrentSearcher
from api.routes.answers import COMPARISON_REJECTED
from api.schemas.comparison import ComparisonOut, ComparisonQuery, comparison_out
from kb.overview.comparison import compare_methods

router = APIRouter(prefix="/v1", tags=["innehåll"])


@router.get("/compare", summary="Metoder bredvid varandra", responses=COMPARISON_REJECTED)
def compare(searcher: CurrentSearcher, asked: Annotated[ComparisonQuery, Query()]) -> ComparisonOut:
    snapshot = searcher.snapshot
    found = compare_methods(asked.slug, asked.problem_area or None, snapshot.guidance, snapshot.problem_areas)
    return comparison_out(found, snapshot.manifest.id)
