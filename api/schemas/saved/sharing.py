"""A saved plan among people, in the API: comments, links, what advisors may."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.schema import Schema
from api.store.plans.tables import AdvisorRight, LinkFor


class CommentIn(BaseModel):
    """place: path of a problem or a measure, empty for the whole plan."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"place": "problems/1", "text": "Vem pratar med skolan?"}]}
    )

    place: Annotated[str, Field(max_length=200)] = ""
    text: Annotated[str, Field(max_length=2_000)]


class CommentStateIn(BaseModel):
    """Whether the comment has been dealt with."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"is_settled": True}]})

    is_settled: bool


class CommentOut(Schema):
    """by: id of the account, the link or the key that wrote it; settled: when it was dealt with, null until then."""

    id: str
    place: str
    text: str
    at: datetime
    by: str
    settled: datetime | None


class LinkIn(BaseModel):
    """days: how long it lasts; a calendar's lasts until it is revoked."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"used_for": "read", "name": "Skolan", "days": 30}]}
    )

    used_for: LinkFor
    name: Annotated[str, Field(max_length=100)] = ""
    days: Annotated[int, Field(ge=1, le=365)] = 30


class NewLinkOut(Schema):
    """token: told this once; shown as `Authorization: Bearer`, or opened as /delad/ and the token."""

    id: str
    token: str


class LinkOut(Schema):
    """A link as it is listed, without its token. expires: null for a calendar; revoked: null while it works."""

    id: str
    used_for: LinkFor
    name: str
    created: datetime
    created_by: str
    expires: datetime | None
    revoked: datetime | None


class AdvisorsIn(BaseModel):
    """What advisors of the county, and of the whole country, may do with the plan."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"advisors": "read"}]})

    advisors: AdvisorRight


class AdvisorsOut(AdvisorsIn):
    """As it is from now on."""
