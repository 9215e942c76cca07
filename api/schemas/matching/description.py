"""A description as it is sent in, and its problems as the user wants them."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import Base64Bytes, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticKnownError, from_json

from kb.matching.help_request import HelpRequest, make_help_request
from kb.matching.requirements import Lack
from kb.problems.adjust import Adjustment
from kb.registers import Registers
from kb.vocabulary import MeetingFormat, SupportLanguage

MAX_DESCRIPTION_CHARS = 200_000
MAX_UNITS = 4_000
"""Of a problem: more than any description has."""
MAX_LISTED = 100
"""Values of a list from which one chooses."""


class ProblemIn(BaseModel):
    """A problem as the user wants it: its units by the positions of a former answer, a name and a cause of its own.

    certainty : as the answer gave it for one that you have not said is right; left out, you have
    area : slug of the problem area that you say it is about; left out, it is read from the units
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"title": "Epa", "units": [0]}]})

    title: str | None = None
    units: Annotated[list[int], Field(max_length=MAX_UNITS)]
    cause: str = ""
    certainty: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 1.0
    area: str | None = None


def _bound(value: Any) -> Any:
    """The list, refused whole when it is too long: else each of its faulty values would be told first."""
    if isinstance(value, list) and len(value) > MAX_LISTED:
        bounds = {"field_type": "List", "max_length": MAX_LISTED, "actual_length": len(value)}
        raise PydanticKnownError("too_long", bounds)
    return value


def _read_json(value: Any) -> Any:
    """A form's field is text: what it holds as JSON."""
    return from_json(value) if isinstance(value, str) else value


ProblemsIn = Annotated[
    list[ProblemIn] | None,
    BeforeValidator(_bound),  # runs after the one below
    BeforeValidator(_read_json),
    Field(max_length=MAX_LISTED, description="Problemen som ni vill ha dem, i stället för dem som hittas i texten"),
]


def _as_list(value: Any) -> Any:
    """A form's field that is there once is text."""
    return [value] if isinstance(value, str) else value


LacksIn = Annotated[
    tuple[Lack, ...],
    BeforeValidator(_bound),
    BeforeValidator(_as_list),
    Field(max_length=MAX_LISTED, description="Det som kommunen saknar av det som metoder kräver"),
]


IncludeExcluded = Annotated[bool, Field(description="Ta med dem som inte får frågas, och varför; för rådgivare")]


class DescriptionIn(BaseModel):
    """A description in the municipality's own words, whose it is, and when and how help is wanted."""

    model_config = ConfigDict(
        extra="forbid",
        populate_by_name=True,
        json_schema_extra={
            "examples": [
                {
                    "text": "Ungdomar kör epa på torget om kvällarna och boende störs av hög musik.",
                    "municipality": "Borås",
                    "from": "2027-03-01",
                    "to": "2027-03-31",
                }
            ]
        },
    )

    text: Annotated[str, Field(min_length=1, max_length=MAX_DESCRIPTION_CHARS)]
    municipality: str | None = None
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None
    form: Annotated[MeetingFormat | None, Field(description="Hur ni vill mötas; utan den prövas det inte")] = None
    language: Annotated[SupportLanguage | None, Field(description="Språket som stödet ska ges på")] = None
    problems: ProblemsIn = None
    lacks: LacksIn = ()


class MatchIn(DescriptionIn):
    """A description to match."""

    include_excluded: IncludeExcluded = False


class PlanIn(DescriptionIn):
    """A description to draft a plan for; follow_up at most two years ahead (6 § lag 2023:196)."""

    follow_up: date | None = None


class DocumentIn(PlanIn):
    """A description to draft a plan for as a document."""

    template: Annotated[
        Base64Bytes | None,
        Field(description="Egen Word-mall för `form=docx`, som base64; i ett formulär som fil. Den sparas inte"),
    ] = None


def help_request_of(asked: DescriptionIn, registers: Registers, today: date) -> HelpRequest:
    """The request as a value of kb; raises as `make_help_request`."""
    return make_help_request(
        asked.municipality,
        registers,
        today,
        first=asked.first,
        last=asked.last,
        lacks=asked.lacks,
        form=asked.form,
        language=asked.language,
    )


def adjustments_of(problems: Sequence[ProblemIn] | None) -> list[Adjustment] | None:
    """The problems as values of kb; None when they are to be found."""
    if problems is None:
        return None
    return [Adjustment(p.title, tuple(p.units), p.cause, certainty=p.certainty, area=p.area or None) for p in problems]
