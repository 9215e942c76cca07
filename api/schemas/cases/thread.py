"""The thread of a case in the API."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.schema import Schema
from api.store.cases.tables import AuthorKind
from api.store.cases.thread.messages import MAX_CHARS


class MessageIn(BaseModel):
    """mask: whether personal data may be masked; else a text that has some is refused."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": "Hur går det?"}]})

    text: Annotated[str, Field(min_length=1, max_length=MAX_CHARS)]
    mask: bool = False


class CaseFileOut(Schema):
    """A file that came with a message, told without what it holds."""

    id: str
    name: str
    media_type: str
    n_bytes: int


class MessageOut(Schema):
    """by: id of the account, or of the ask that an expert answers."""

    id: str
    at: datetime
    by: str
    author: AuthorKind
    text: str
    files: list[CaseFileOut]
