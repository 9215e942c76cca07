"""The fields of a posted form: text as it was typed, a file where one was chosen."""

from collections.abc import AsyncIterator, Sequence
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from api.access.csrf import CSRF_FIELD, check_csrf
from api.given.read_description import drop_empty

MAX_FIELDS = 20_000
"""One for each passage of the longest description, and those of its problems and suggestions."""
MAX_PART_BYTES = 1_000_000
MAX_FILES = 10
"""Read of a form with several files: more than are kept, so that too many can be told with what was typed."""


async def _read_fields(request: Request) -> AsyncIterator[FormData]:
    async with request.form(max_files=1, max_fields=MAX_FIELDS, max_part_size=MAX_PART_BYTES) as fields:
        yield fields


async def _read_files_fields(request: Request) -> AsyncIterator[FormData]:
    """As `_read_fields`, with a few files; one too many is told by what keeps them."""
    async with request.form(max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=MAX_PART_BYTES) as fields:
        yield fields


Fields = Annotated[FormData, Depends(_read_fields)]
FilesFields = Annotated[FormData, Depends(_read_files_fields)]


def checked_fields(request: Request, fields: Fields) -> FormData:
    """The fields of a form that writes.

    Raises
    ------
    FormExpired : the form does not carry the token that this browser was given
    """
    check_csrf(request, _as_text(fields.get(CSRF_FIELD)))
    return fields


CheckedFields = Annotated[FormData, Depends(checked_fields)]
"""For every form that writes; `Fields` is for forms that only ask."""


def checked_files_fields(request: Request, fields: FilesFields) -> FormData:
    """The same of a form with several files."""
    check_csrf(request, _as_text(fields.get(CSRF_FIELD)))
    return fields


CheckedFilesFields = Annotated[FormData, Depends(checked_files_fields)]


def read_typed(fields: FormData, names: Sequence[str]) -> dict[str, str]:
    """name -> what was typed, empty for what was not sent."""
    return {name: _as_text(fields.get(name)) for name in names}


def list_typed(fields: FormData) -> list[tuple[str, str]]:
    """Names and what was typed, in order, files left out."""
    return [(name, value) for name, value in fields.multi_items() if isinstance(value, str)]


def find_file(fields: FormData) -> UploadFile | None:
    """The file of the field `file`, None where none was chosen."""
    value = fields.get("file")
    return drop_empty(value) if isinstance(value, UploadFile) else None


def find_files(fields: FormData, name: str = "files") -> list[UploadFile]:
    """The files of the field, those that were chosen."""
    found = (drop_empty(value) for value in fields.getlist(name) if isinstance(value, UploadFile))
    return [upload for upload in found if upload]


def _as_text(value: UploadFile | str | None) -> str:
    return value if isinstance(value, str) else ""
