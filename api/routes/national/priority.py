"""The order of priority as JSON."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from api.access.current_account import database_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import CurrentSearcher, Today
from api.national.priority import Asked, find_priority
from api.routes.answers import NATIONAL_ANSWERS
from api.schemas.national.priority import PriorityOut, priority_out
from kb.national.priority.criteria import DEFAULT_WEIGHTS, MOST_WEIGHT

Advisor = Annotated[SignedIn, Depends(require("advisor"))]
Weight = Annotated[
    float, Query(ge=0, le=MOST_WEIGHT, description="Vikt, 0 till 100; bara förhållandet räknas", examples=[25])
]

router = APIRouter(prefix="/v1/national", tags=["nationell bild"], responses=NATIONAL_ANSWERS)


@router.get("/priority", summary="Kommunerna i den ordning som vikterna ger, med hur säker varje plats är")
def show_priority(
    request: Request,
    account: Advisor,
    searcher: CurrentSearcher,
    today: Today,
    county: Annotated[
        str | None, Query(pattern=r"^(\d{2})?$", description="Länets kod, tomt för landet", examples=["14"])
    ] = None,
    area_class: Weight = DEFAULT_WEIGHTS["area_class"],
    areas: Weight = DEFAULT_WEIGHTS["areas"],
    change: Weight = DEFAULT_WEIGHTS["change"],
    asked: Weight = DEFAULT_WEIGHTS["asked"],
    had: Weight = DEFAULT_WEIGHTS["had"],
    methods: Weight = DEFAULT_WEIGHTS["methods"],
    experts: Weight = DEFAULT_WEIGHTS["experts"],
) -> PriorityOut:
    """Beslutsstöd, inte ett beslut. Det som saknas är inte noll: det räknas som var som helst mellan 0 och 1.

    En rådgivare för ett län får sitt läns kommuner efter allt, och andra efter polisens listor.
    """
    usual = account.scope.code if account.scope.kind == "county" else ""
    weights = {
        "area_class": area_class,
        "areas": areas,
        "change": change,
        "asked": asked,
        "had": had,
        "methods": methods,
        "experts": experts,
    }
    wanted = Asked(
        {criterion: weights[criterion] for criterion in DEFAULT_WEIGHTS}, usual if county is None else county
    )
    return priority_out(find_priority(database_of(request), searcher.snapshot, account.scope, wanted, today))
