"""Files of a case, encrypted as its texts are."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, load_only

from api.store.base import new_id
from api.store.cases.errors import UnknownCase
from api.store.cases.tables import CaseFile


@dataclass(frozen=True, slots=True)
class KeptFile:
    """name : as a person is shown it; media_type : told by what the file begins with"""

    name: str
    media_type: str
    raw: bytes


def add_files(session: Session, case_id: str, message_id: str, files: Sequence[KeptFile]) -> None:
    """Keep the files, which have been checked, with the message."""
    for file in files:
        session.add(
            CaseFile(
                id=new_id(),
                case_id=case_id,
                message_id=message_id,
                name=file.name,
                media_type=file.media_type,
                n_bytes=len(file.raw),
                body=b64encode(file.raw).decode(),
            )
        )
    session.flush()


def list_files(session: Session, case_id: str) -> Sequence[CaseFile]:
    """The files of the case without their bytes, by name."""
    told = load_only(CaseFile.id, CaseFile.message_id, CaseFile.name, CaseFile.media_type, CaseFile.n_bytes)
    found = session.scalars(select(CaseFile).where(CaseFile.case_id == case_id).options(told))
    return sorted(found, key=lambda file: (file.name.casefold(), file.id))


def read_file(session: Session, case_id: str, file_id: str) -> KeptFile:
    """The file of the case, whole.

    Raises
    ------
    UnknownCase : the case has no such file
    """
    row = session.get(CaseFile, file_id)
    if row is None or row.case_id != case_id:
        raise UnknownCase("the case has no such file; read the case again and choose one of those there")
    return KeptFile(row.name, row.media_type, b64decode(row.body))
