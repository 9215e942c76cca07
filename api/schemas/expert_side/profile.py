"""A profile as its organisation answers for it, in the API."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.schema import Schema
from api.store.experts.tables import Purpose


class ProfileFieldOut(Schema):
    """name: as a change names it; text: what is shown, several values one a line, empty where nothing is published."""

    name: str
    text: str


class ConsentOut(Schema):
    """given: null for a withdrawal of what was never consented to; withdrawn: null while the consent is in force.

    The id is that of the receipt, which a person reads at `/min-profil/kvitto/{id}`.
    """

    id: str
    purpose: Purpose
    given: datetime | None
    withdrawn: datetime | None


class ReviewOut(BaseModel):
    """is_right: all of the profile is; changes: field to what it should be; settled: when it was done, else null."""

    id: str
    at: datetime
    is_right: bool
    changes: dict[str, str]
    settled: datetime | None


class MyProfileOut(BaseModel):
    """is_shown: whether the organisation has let it be; consents and reviews: the last first."""

    slug: str
    is_shown: bool
    fields: list[ProfileFieldOut]
    consents: list[ConsentOut]
    reviews: list[ReviewOut]


class ReviewIn(BaseModel):
    """changes: name of a field to what it should be; empty says that all of the profile is right."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"changes": {"phone": "0490-25 40 00", "cost": "ta bort"}}]}
    )

    changes: dict[str, str] = Field(max_length=50)


class ConsentIn(BaseModel):
    """is_given: yes, or no."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"is_given": True}]})

    is_given: bool


class InvitationIn(BaseModel):
    """address: of whoever is to answer for the profile; null for the mailbox that the profile has."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"address": "radgivning@example.se"}]})

    address: Annotated[str, Field(max_length=254)] | None = None


class InvitationOut(BaseModel):
    """is_sent: by mail; link: to hand over where it was not, told this once, else null."""

    id: str
    address: str
    expires: datetime
    is_sent: bool
    link: str | None
