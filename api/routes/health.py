"""Whether the process lives, and whether it can answer."""

from fastapi import APIRouter

from api.deps import CurrentSearcher
from api.routes.answers import UNAVAILABLE
from api.schemas.service import HealthOut

router = APIRouter(tags=["drift"])


@router.get("/healthz", summary="Lever processen?")
def is_alive() -> HealthOut:
    return HealthOut(status="ok")


@router.get("/readyz", summary="Finns ett index att svara ur?", responses=UNAVAILABLE)
def is_ready(_: CurrentSearcher) -> HealthOut:
    return HealthOut(status="ok")
