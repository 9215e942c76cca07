"""The taxonomy."""

from fastapi import APIRouter

from api.deps import CurrentSearcher
from api.routes.answers import UNAVAILABLE
from api.schemas.documents import ProblemAreasOut, problem_areas_out

router = APIRouter(prefix="/v1", tags=["innehåll"])


@router.get("/problem-areas", summary="Alla problemområden och stödteman", responses=UNAVAILABLE)
def list_problem_areas(searcher: CurrentSearcher) -> ProblemAreasOut:
    return problem_areas_out(list(searcher.snapshot.problem_areas.values()))
