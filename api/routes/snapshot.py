"""Which snapshot answers."""

from fastapi import APIRouter

from api.deps import CurrentSearcher
from api.routes.answers import UNAVAILABLE
from api.schemas.service import SnapshotOut, snapshot_out

router = APIRouter(prefix="/v1", tags=["drift"])


@router.get("/snapshot", summary="Indexversionen som svarar", responses=UNAVAILABLE)
def show_snapshot(searcher: CurrentSearcher) -> SnapshotOut:
    return snapshot_out(searcher.snapshot.manifest)
