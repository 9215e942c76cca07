"""A file that is uploaded, read into text: a few at a time, so that many at once do not take the machine's memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from api.schemas.matching.description import MAX_DESCRIPTION_CHARS
from kb.errors import DescriptionRejected, DescriptionTooLarge, ReadersBusy
from kb.reading.read import MAX_BYTES, read_description

UPLOAD_PATHS = ("/v1/match", "/v1/plans", "/v1/team", "/matcha", "/fraga", "/plan")
UPLOAD_PATTERNS = (
    "/v1/plans/*/document",
    "/planer/*/dokument",
    "/arenden/*/meddelanden",
    "/v1/cases/*/messages/*/files",
)
"""Where a file is taken, * for an id; every other path keeps the small limit on bodies."""
MAX_UPLOAD_BYTES = MAX_BYTES + 1_000_000
"""Of a whole body: the largest file, and room for the form's other fields."""


class FileReader:
    """Reads uploads, at most n_places at the same time in this process; made once a service."""

    def __init__(self, n_places: int) -> None:
        self._places = BoundedSemaphore(n_places)

    def choose(self, text: str, upload: UploadFile | None) -> str:
        """The description of a form that has a field for text and one for a file: whichever is filled in.

        Raises
        ------
        DescriptionRejected : both are
        KbError : as `read`
        """
        file = drop_empty(upload)
        if file and text.strip():
            raise DescriptionRejected("both text and a file were sent; send one of them")
        return self.read(file) if file else text

    def read(self, upload: UploadFile) -> str:
        """The file as Markdown. Waits for the file to be read: call it from a thread, not from the event loop.

        Raises
        ------
        ReadersBusy : as many files as may be are being read
        DescriptionTooLarge : more bytes or characters than are read
        DescriptionRejected : or another of its children, as `read_description` says
        """
        with self.take_place():
            text = read_description(upload.file.read(MAX_BYTES + 1), upload.filename or "")
        if len(text) > MAX_DESCRIPTION_CHARS:
            raise DescriptionTooLarge(
                f"the description has {len(text)} characters; at most {MAX_DESCRIPTION_CHARS} are read, send a part"
            )
        return text

    @contextmanager
    def take_place(self) -> Iterator[None]:
        """A place among those that read a file at the same time, for as long as the block runs.

        Raises
        ------
        ReadersBusy : as many files as may be are being read
        """
        if not self._places.acquire(blocking=False):
            raise ReadersBusy("as many files as the service may are being read; send it again in a while, or its text")
        try:
            yield
        finally:
            self._places.release()


def drop_empty(upload: UploadFile | None) -> UploadFile | None:
    """The file, None where none was chosen: a browser then sends one without name and bytes."""
    return upload if upload and (upload.filename or upload.size) else None


def _file_reader(request: Request) -> FileReader:
    reader: FileReader = request.app.state.file_reader
    return reader


CurrentFileReader = Annotated[FileReader, Depends(_file_reader)]
