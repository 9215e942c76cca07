"""The service itself: its snapshot, its health and its errors."""

from typing import Literal

from pydantic import BaseModel

from api.schemas.schema import Schema
from kb.snapshot.manifest import Manifest


class SnapshotOut(Schema):
    """The served snapshot. demo: it has made-up experts, for demonstration."""

    id: str
    content_hash: str
    model_id: str
    created: str
    n_documents: dict[str, int]
    n_passages: dict[str, int]
    demo: bool


class HealthOut(BaseModel):
    status: Literal["ok"]


class ProblemDetails(BaseModel):
    """Every error, in the one shape of RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


def snapshot_out(manifest: Manifest) -> SnapshotOut:
    return SnapshotOut.model_validate(manifest)
