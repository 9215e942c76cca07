"""How often the service is used: through a widget's key for who has it, all of it for editors."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from api.access.counted_key import find_counted_key
from api.access.current_account import database_of
from api.national.may_see_use import require_use
from api.routes.answers import KEY_REJECTED, USE_ANSWERS
from api.schemas.national.use import KeyUseOut, UseOut, key_use_out, use_out
from api.store.national.use_figures import find_use, list_key_months
from api.widget.errors import WidgetKeyRejected

Month = Annotated[date | None, Query(description="Månadens första dag", examples=["2026-11-01"])]

router = APIRouter(prefix="/v1", tags=["användning"])


@router.get("/use", summary="Hur mycket en widget används", responses=KEY_REJECTED)
def show_key_use(
    request: Request, key: Annotated[str, Query(max_length=100, description="Widgetens nyckel")] = ""
) -> list[KeyUseOut]:
    """Sökningar per månad, och de som inte fick svar. Den som har nyckeln ser dem; nyckeln står öppet på sidan."""
    database = database_of(request)
    counted = find_counted_key(database, request.app.state.widget_keys, key) if key else None
    if counted is None:
        raise WidgetKeyRejected("a key that was not given out; write ?key=..., with the key that the widget has")
    with database.reading() as session:
        return key_use_out(list_key_months(session, counted))


@router.get(
    "/national/use",
    summary="Vad som läses och saknas, för redaktörer",
    responses=USE_ANSWERS,
    dependencies=[Depends(require_use)],
)
def show_use(request: Request, month: Month = None) -> UseOut:
    """En månad, den senaste om ingen anges. Färre än fem visas inte var för sig."""
    with database_of(request).reading() as session:
        return use_out(find_use(session, month))
