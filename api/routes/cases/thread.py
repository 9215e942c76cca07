"""Messages and files of a case."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, BackgroundTasks, File, Request, Response, UploadFile

from api.case_mail.tell import tell_later
from api.cases.files import MAX_FILES, check_files
from api.cases.guard import guard_texts
from api.cases.opened import reading_case, writing_case
from api.cases.rights import AUTHORS
from api.routes.answers import CASE_ANSWERS
from api.routes.cases.asked import CASE, CASES, CHECKED, TAG, CaseId, Once, PartId, keep_nowhere
from api.schemas.cases.thread import CaseFileOut, MessageIn, MessageOut
from api.store.cases.errors import CaseRejected, UnknownCase
from api.store.cases.tables import CaseMessage
from api.store.cases.thread.files import add_files, list_files, read_file
from api.store.cases.thread.messages import add_message, check_message, list_messages
from api.store.once import make_once
from api.store.session import Session

MESSAGES = f"{CASE}/messages"
FILE: dict[str, Any] = {"description": "Filen, att spara", "content": {"application/octet-stream": {}}}

router = APIRouter(prefix=CASES, tags=[TAG], responses=CASE_ANSWERS)


@router.get(MESSAGES, summary="Ärendets tråd")
def show_messages(request: Request, answer: Response, case_id: CaseId) -> list[MessageOut]:
    """Det äldsta först."""
    with reading_case(request, case_id) as (session, case, _):
        keep_nowhere(answer)
        return _tell_messages(session, case.id)


@router.post(MESSAGES, summary="Skriv i ärendet", status_code=201, dependencies=CHECKED)
def write(
    request: Request, answer: Response, case_id: CaseId, body: MessageIn, tasks: BackgroundTasks, once: Once = ""
) -> MessageOut:
    """De andra i ärendet får ett mejl, utan texten. Samma `Idempotency-Key` skriver en gång."""
    with writing_case(request, case_id) as (session, case, asker):
        text = guard_texts({"text": check_message(body.text)}, may_mask=body.mask)["text"]

        def make(message_id: str) -> None:
            add_message(session, message_id, case.id, AUTHORS[asker.right], text, asker.id, asker.now)
            tell_later(request, session, tasks, case.id, "case.written", asker.id)

        made = make_once(session, f"{asker.id} message {case_id}", once, asker.now, make)
        keep_nowhere(answer)
        return next(told for told in _tell_messages(session, case.id) if told.id == made)


@router.post(f"{MESSAGES}/{{part_id}}/files", summary="Bifoga en fil", status_code=201, dependencies=CHECKED)
def attach(
    request: Request,
    answer: Response,
    case_id: CaseId,
    part_id: PartId,
    file: Annotated[UploadFile, File(description="Ett dokument, högst 10 MB; högst fem till ett meddelande")],
    once: Once = "",
) -> MessageOut:
    """Till ett meddelande som man själv har skrivit."""
    kept = check_files([(file.filename or "", file.file.read())])
    with writing_case(request, case_id) as (session, case, asker):
        message = _find_own(session, case.id, part_id, asker.id)
        n_files = len([one for one in list_files(session, case.id) if one.message_id == message.id])

        def make(_: str) -> None:
            if n_files >= MAX_FILES:
                raise CaseRejected(f"file: the message has {n_files} already; write another message for more")
            add_files(session, case.id, message.id, kept)

        make_once(session, f"{asker.id} file {part_id}", once, asker.now, make)
        keep_nowhere(answer)
        return next(told for told in _tell_messages(session, case.id) if told.id == message.id)


@router.get(f"{CASE}/files/{{part_id}}", summary="En fil", response_class=Response, responses={200: FILE})
def take_home(request: Request, case_id: CaseId, part_id: PartId) -> Response:
    with reading_case(request, case_id) as (session, case, _):
        file = read_file(session, case.id, part_id)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"}
    answer = Response(file.raw, media_type=file.media_type, headers=headers)
    keep_nowhere(answer)
    return answer


def _find_own(session: Session, case_id: str, message_id: str, by: str) -> CaseMessage:
    """The message of the case, which that account wrote."""
    for message in list_messages(session, case_id):
        if (message.id, message.by) == (message_id, by):
            return message
    raise UnknownCase("the case has no such message of yours; list its messages and choose one of those")


def _tell_messages(session: Session, case_id: str) -> list[MessageOut]:
    files = list_files(session, case_id)
    return [
        MessageOut(
            id=message.id,
            at=message.at,
            by=message.by,
            author=message.author,
            text=message.text,
            files=[CaseFileOut.model_validate(file) for file in files if file.message_id == message.id],
        )
        for message in list_messages(session, case_id)
    ]
