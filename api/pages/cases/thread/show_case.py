"""One case: where it stands, what is asked, and the thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.access.token import new_token
from api.cases.files import FORMATS, MAX_FILE_BYTES, MAX_FILES
from api.cases.opened import CaseAsker, reading_case
from api.cases.status import tell_status
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.cases.addresses import CASE
from api.pages.cases.case_page import render_case_page
from api.pages.cases.names import name_areas, name_desks, name_experts
from api.store.cases.find_case import ENDS
from api.store.cases.list_cases import list_problems
from api.store.cases.list_events import list_events
from api.store.cases.name_writers import name_writers
from api.store.cases.request_json import read_request
from api.store.cases.tables import AuthorKind, Case, CaseFile
from api.store.cases.thread.files import list_files
from api.store.cases.thread.messages import MAX_CHARS, list_messages
from api.store.session import Session

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message or an event in the thread. author : None for an event; what : of an event, empty for a message"""

    id: str
    at: datetime
    by: str
    author: AuthorKind | None
    what: str
    text: str
    files: Sequence[CaseFile] = ()


@router.get(CASE)
def show_case(request: Request, case_id: str, language: ChosenLanguage) -> Response:
    return render_thread(request, case_id, language)


def render_thread(request: Request, case_id: str, language: Language, status: int = 200, **values: object) -> Response:
    """The page of the case, with what was typed and what is wrong with it."""
    with reading_case(request, case_id) as (session, case, asker):
        own = _list_values(request, session, case, asker, language)
        return render_case_page(request, "", case, asker, language, status, **{**own, **values})


def _list_values(
    request: Request, session: Session, case: Case, asker: CaseAsker, language: Language
) -> dict[str, Any]:
    t = load_strings(language)
    entries = list_entries(session, case.id, with_events=asker.right != "answer")
    writers = {entry.by for entry in entries} | {case.advisor_id or ""}
    experts = name_experts(request)
    return {
        "told": tell_status(case, request.app.state.today()),
        "desk": name_desks(request, t).get(case.desk, case.desk),
        "wish": read_request(case.request),
        "problems": list_problems(session, case.id),
        "areas": name_areas(request, t),
        "experts": experts,
        "entries": entries,
        "names": _name(session, writers, experts),
        "has_ended": case.state in ENDS,
        "text": "",
        "found": (),
        "end_words": "",
        "end_found": (),
        "once": new_token(),
        "max_chars": MAX_CHARS,
        "max_files": MAX_FILES,
        "max_mb": MAX_FILE_BYTES // 1_000_000,
        "formats": FORMATS,
    }


def list_entries(session: Session, case_id: str, *, with_events: bool) -> list[Entry]:
    """The thread, oldest first; what was written is told by the message itself."""
    files: dict[str, list[CaseFile]] = {}
    for file in list_files(session, case_id):
        files.setdefault(file.message_id, []).append(file)
    messages = [
        Entry(id=m.id, at=m.at, by=m.by, author=m.author, what="", text=m.text, files=files.get(m.id, ()))
        for m in list_messages(session, case_id)
    ]
    events = [
        Entry(id=e.id, at=e.at, by=e.by, author=None, what=e.what.removeprefix("case."), text=e.note or "")
        for e in (list_events(session, case_id) if with_events else ())
        if e.what != "case.written"
    ]
    return sorted([*messages, *events], key=lambda entry: (entry.at, entry.author is not None, entry.id))


def _name(session: Session, ids: set[str], experts: Mapping[str, str]) -> dict[str, str]:
    """Id -> an address, or of an expert who answers by mail the name of its profile."""
    return {who: experts.get(name, name) for who, name in name_writers(session, ids).items()}
