"""What municipalities tell of their measures, for everybody; and whom to ask, for those who work with the same."""

from math import ceil

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import current_account, database_of
from api.deps import ChosenLanguage
from api.exchange.names import read_names
from api.exchange.reachable import list_reachable, may_reach
from api.pages.exchange.addresses import LIST, MAX_WORDS_CHARS, read_looked
from api.pages.frame.private import keep_nowhere
from api.pages.frame.render import render_page
from api.store.exchange.published import PAGE, find_published, list_published

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(LIST)
def show_list(request: Request, language: ChosenLanguage) -> Response:
    looked, account = read_looked(request.query_params), current_account(request)
    with database_of(request).reading() as session:
        listed = list_published(session, looked.wanted, looked.page)
        reachable = list_reachable(session, account, looked.wanted.area) if account and may_reach(account) else []
    page = render_page(
        request,
        "exchange/list.html",
        language,
        looked=looked,
        listed=listed,
        names=read_names(request),
        pages=[(n, looked.address(n)) for n in range(1, max(1, ceil(listed.n / PAGE)) + 1)],
        may_reach=may_reach(account),
        reachable=reachable,
        max_words=MAX_WORDS_CHARS,
    )
    return keep_nowhere(page) if account else page


@router.get(f"{LIST}/{{practice_id}}")
def show_one(request: Request, practice_id: str, language: ChosenLanguage) -> Response:
    with database_of(request).reading() as session:
        practice = find_published(session, practice_id)
    return render_page(request, "exchange/one.html", language, practice=practice, names=read_names(request))
