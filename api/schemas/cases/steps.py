"""What is done with a case, in the API."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.schema import Schema

CODE_EXAMPLE = "K7QX2M"


def _config(**example: Any) -> ConfigDict:
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})


class AssignmentIn(BaseModel):
    """advisor: the address of the account, one of those that `advisors` tells."""

    model_config = _config(advisor="rut@lst.example.se")

    advisor: Annotated[str, Field(max_length=254)]


class PassingIn(BaseModel):
    """desk: the code of a county, empty for Brå; why: told to the municipality."""

    model_config = _config(desk="01", why="De har en expert på just det här.")

    desk: Annotated[str, Field(pattern=r"^(\d\d)?$")]
    why: Annotated[str, Field(max_length=1_000)] = ""
    mask: bool = False


class DecliningIn(BaseModel):
    """why: the reason; instead: what the municipality can do, or whom it can turn to."""

    model_config = _config(why="Ingen är ledig före mars.", instead="Vänd er till Brå, som har utbildningar.")

    why: Annotated[str, Field(max_length=2_000)]
    instead: Annotated[str, Field(max_length=2_000)]
    mask: bool = False


class EndingIn(BaseModel):
    """words: told to the others of the case."""

    model_config = _config(words="Vi behöver inte hjälpen längre.")

    words: Annotated[str, Field(max_length=2_000)] = ""
    mask: bool = False


class MergingIn(BaseModel):
    """into: the code of another case of the municipality, which goes on with all that both have."""

    model_config = _config(into=CODE_EXAMPLE)

    into: Annotated[str, Field(max_length=6)]


class SplittingIn(BaseModel):
    """problems: numbers of those that become a case of their own; at least one must stay."""

    model_config = _config(problems=[2], title="Klottret")

    problems: Annotated[list[int], Field(min_length=1, max_length=20)]
    title: Annotated[str, Field(max_length=200)]
    mask: bool = False


class WeightsIn(BaseModel):
    """What the case weighs in an allocation. priority: 3 goes first; floor: the least match it may be given."""

    model_config = _config(priority=2, hours=12, floor=0.3)

    priority: int
    hours: float
    floor: float


class AdvisorOut(Schema):
    """An advisor that the case can be given to."""

    id: str
    email: str
