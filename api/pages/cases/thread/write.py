"""A message written in a case, with its files, and a file taken home."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.case_mail.tell import tell_later
from api.cases.files import check_files
from api.cases.guard import guard_texts, list_found
from api.cases.opened import reading_case, writing_case
from api.cases.rights import AUTHORS
from api.deps import ChosenLanguage
from api.languages import Language
from api.pages.cases.addresses import CASE, case_address
from api.pages.cases.thread.show_case import render_thread
from api.pages.frame.form_fields import CheckedFilesFields, find_files, read_typed
from api.pages.frame.private import keep_nowhere
from api.store.cases.errors import CaseRejected, PersonalDataFound
from api.store.cases.thread.files import KeptFile, add_files, read_file
from api.store.cases.thread.messages import add_message, check_message
from api.store.once import make_once

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.post(f"{CASE}/meddelanden")
def write(
    request: Request, case_id: str, language: ChosenLanguage, fields: CheckedFilesFields, tasks: BackgroundTasks
) -> Response:
    """Who takes part in the case may write in it."""
    with reading_case(request, case_id):
        pass  # who may not is told that, whatever is wrong with what was sent
    text, once = read_typed(fields, ("text", "once")).values()
    try:
        files = check_files([(upload.filename or "", upload.file.read()) for upload in find_files(fields)])
        kept = guard_texts({"text": check_message(text, has_files=bool(files))}, may_mask="mask" in fields)["text"]
    except PersonalDataFound:
        return render_thread(request, case_id, language, 422, text=text, found=list_found({"text": text}))
    except CaseRejected as error:
        return _show_fault(request, case_id, language, fields, error)
    made = _keep(request, case_id, kept, files, once, tasks)
    return RedirectResponse(f"{case_address(case_id)}#{made}", 303)


def _keep(
    request: Request, case_id: str, text: str, files: Sequence[KeptFile], once: str, tasks: BackgroundTasks
) -> str:
    """The id of the message; the others are told of one that is new."""
    with writing_case(request, case_id) as (session, case, asker):

        def make(message_id: str) -> None:
            add_message(session, message_id, case.id, AUTHORS[asker.right], text, asker.id, asker.now)
            add_files(session, case.id, message_id, files)
            tell_later(request, session, tasks, case.id, "case.written", asker.id)

        return make_once(session, f"{asker.id} message {case_id}", once, asker.now, make)


@router.get(f"{CASE}/filer/{{file_id}}")
def take_home(request: Request, case_id: str, file_id: str) -> Response:
    with reading_case(request, case_id) as (session, case, _):
        file = read_file(session, case.id, file_id)
    return answer_file(file)


def answer_file(file: KeptFile) -> Response:
    """The file to keep, never to open within the site."""
    return keep_nowhere(Response(file.raw, media_type=file.media_type, headers=_attach(file.name)))


def _attach(name: str) -> Mapping[str, str]:
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}


def _show_fault(request: Request, case_id: str, language: Language, fields: FormData, error: CaseRejected) -> Response:
    """The page with what was typed; a fault of the text stands at it, all others at the files."""
    place = "text" if str(error).startswith("text:") else "files"
    key = "case_fault_message" if place == "text" else "case_fault_files"
    typed = read_typed(fields, ("text",))["text"]
    return render_thread(request, case_id, language, 422, text=typed, fault_at=place, fault_key=key)
