"""What methods may be expected to change in a municipality."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import CurrentSearcher
from api.national.expected_effects import is_anything_loaded, read_expected
from api.national.read_reach import make_reach
from api.routes.answers import NATIONAL_ANSWERS
from api.schemas.national.effect import NationalEffectOut, national_effect_out

Advisor = Annotated[SignedIn, Depends(require("advisor"))]
Share = Annotated[float, Query(gt=0, le=1, description="Del av problemet, över 0 och högst 1", examples=[0.5])]

router = APIRouter(prefix="/v1/national", tags=["nationell bild"], responses=NATIONAL_ANSWERS)


@router.get("/effect", summary="Vad metoder kan väntas förändra i en kommun, som spann")
def show_effect(
    request: Request,
    account: Advisor,
    searcher: CurrentSearcher,
    municipality: Annotated[str, Query(description="Kod eller namn", examples=["1490"])],
    reach_low: Share = 0.1,
    reach_high: Share = 1.0,
) -> NationalEffectOut:
    """Storleken på varje problem som det finns ett tal för, gånger det som nås, gånger det som evidensen medger.

    Alltid ett spann, aldrig ett löfte. Vad som antas står i `assumptions`.
    """
    snapshot, database = searcher.snapshot, database_of(request)
    town = snapshot.registers.find_municipality(municipality)
    account.check_covers(town.code)
    reach = make_reach(reach_low, reach_high)
    problems = list(read_expected(database, town.code, snapshot.guidance.values(), reach))
    is_off = not problems and not is_anything_loaded(database)
    return national_effect_out(town.code, reach, problems, is_off=is_off)
