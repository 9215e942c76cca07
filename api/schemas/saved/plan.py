"""A saved plan in the API: what is listed of it, what is written in it, what came of a save, its decision, its end."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from api.saved_plans.rights import PlanRight
from api.schemas.schema import Schema
from api.schemas.service import ProblemDetails
from api.store.plans.tables import ErasedWhy, PlanState

MAX_TEXT_CHARS = 5_000
DRAFT_EXAMPLE: dict[str, Any] = {
    "format_version": 3,
    "municipality": "Älvdala",
    "drafted": "2026-11-22",
    "follow_up": "2027-11-22",
    "snapshot_id": "4f8efb52fb71532f",
    "missing_parts": [],
    "problems": [],
}
"""The least that a plan is: problems are written in it afterwards."""


class PlanHeadOut(Schema):
    """A saved plan as it is listed."""

    id: str
    title: str
    municipality_code: str
    state: PlanState
    version: int
    created: datetime
    changed: datetime


class PlansOut(Schema):
    """n: how many there are in all; plans: those of the page, n_per_page at most."""

    n: int
    page: int
    n_per_page: int
    plans: list[PlanHeadOut]


class DecisionOut(Schema):
    """The last decision on the plan, and the version that it froze."""

    version: int
    day: date
    body: str
    paragraph: str


class SavedPlanOut(PlanHeadOut):
    """written: path of a field -> its text. The draft, with all that it proposes, is in `plan.json`.

    adoption: the last decision, also while the plan is being revised.
    """

    written: dict[str, str]
    right: PlanRight
    adoption: DecisionOut | None


class EditsIn(BaseModel):
    """Fields to write; an empty text empties one."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"edits": {"title": "Tryggare torg"}}]})

    edits: Annotated[dict[str, Annotated[str, Field(max_length=MAX_TEXT_CHARS)]], Field(max_length=20_000)]


class ConflictOut(Schema):
    """A field that somebody else wrote since the version that was read, each something else."""

    path: str
    base: str
    theirs: str
    mine: str


class SavedOut(Schema):
    """others: path -> what others have written since the version that was read."""

    version: int
    others: dict[str, str]


class ConflictProblem(ProblemDetails):
    """The error of a save that met fields of others, with what stands in them; its other fields are saved."""

    version: int | None = None
    others: dict[str, str] | None = None
    conflicts: list[ConflictOut] | None = None


class VersionOut(Schema):
    """by: id of the account, the link or the key that saved it."""

    number: int
    n_edits: int
    at: datetime
    by: str


class ChangeOut(BaseModel):
    """A field before and after a save, empty where nothing stood."""

    before: str
    after: str


class WholeVersionOut(BaseModel):
    """written: all that stood in the version; changes: path -> what its save changed, none in version 0."""

    number: int
    written: dict[str, str]
    changes: dict[str, ChangeOut]


class AdoptionIn(BaseModel):
    """The decision, on the version that `If-Match` names."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"day": "2026-11-20", "body": "Kommunstyrelsen", "paragraph": "§ 112"}]},
    )

    day: date
    body: Annotated[str, Field(min_length=1, max_length=200)]
    paragraph: Annotated[str, Field(max_length=200)] = ""


class ErasureOut(Schema):
    """The proof that a plan was erased: no text. by: an account, empty where a draft was erased for its age."""

    plan_id: str
    why: ErasedWhy
    at: datetime
    by: str
    n_versions: int
    n_comments: int
    n_links: int
