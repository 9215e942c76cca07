"""Routes that take a description as JSON take it as a form with a file too: the form becomes the JSON it stands for."""

import json
from base64 import b64encode
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.datastructures import FormData, UploadFile
from starlette.types import Message

from api.given.read_description import FileReader, drop_empty
from api.given.template_file import read_template

FORM = "multipart/form-data"
MAX_FIELDS = 50
FILES = ("file", "template")
"""Fields that may hold a file: the description, and where a plan is asked for a Word file to pour it into."""

TAKES_FILE: dict[str, Any] = {
    "requestBody": {
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "description": "`file` eller `text`; övriga fält som i JSON, tomma räknas inte",
                    "properties": {
                        "file": {
                            "type": "string",
                            "format": "binary",
                            "description": "Beskrivningen, högst 50 MB: .docx, .odt, .xlsx, .csv, .pdf, .md, .txt",
                        },
                        "text": {"type": "string"},
                    },
                    "additionalProperties": {"type": "string"},
                }
            }
        }
    }
}
"""For openapi_extra: the other way to send a description."""


class DescriptionRoute(APIRoute):
    """A route whose body is a model with `text`; `file` of a form is read and takes its place."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def read_and_answer(request: Request) -> Response:
            is_form = request.headers.get("content-type", "").lower().startswith(FORM)
            return await answer(await _turn_into_json(request) if is_form else request)

        return read_and_answer


async def _turn_into_json(request: Request) -> Request:
    """The request with the form's fields as a JSON body; raises RequestValidationError and what the reader raises."""
    async with request.form(max_files=len(FILES), max_fields=MAX_FIELDS) as form:
        fields = _list_fields(form)
        files = _find_files(form)
        if upload := files.get("file"):
            reader: FileReader = request.app.state.file_reader
            fields["text"] = await run_in_threadpool(reader.choose, str(fields.get("text", "")), upload)
        if template := await run_in_threadpool(read_template, files.get("template")):
            fields["template"] = b64encode(template).decode()
    body = json.dumps(fields).encode()
    headers = [(name, value) for name, value in request.scope["headers"] if name != b"content-type"]
    scope = {**request.scope, "headers": [*headers, (b"content-type", b"application/json")]}

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return Request(scope, receive)


def _list_fields(form: FormData) -> dict[str, str | list[str]]:
    """name -> value, or the values of a name that is there more than once; empty ones are left out."""
    fields: dict[str, str | list[str]] = {}
    for name in form:
        values = [value for value in form.getlist(name) if isinstance(value, str) and value]
        if values:
            fields[name] = values[0] if len(values) == 1 else values
    return fields


def _find_files(form: FormData) -> dict[str, UploadFile | None]:
    """name -> the file that was chosen, None for one without name and bytes."""
    files: dict[str, UploadFile | None] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            if name not in FILES:
                raise RequestValidationError([{"loc": ("body", name), "msg": "no file is taken here; send it as file"}])
            if name in files:
                raise HTTPException(400, f"{name}: there is more than one file; send them one by one")
            files[name] = drop_empty(value)
    return files
