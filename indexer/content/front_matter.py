"""The front matter of each kind of content file, as Pydantic models: the one place where its fields are defined.

`kb schema` writes the same models as JSON Schema, so that an editor's program can complete and check the fields.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator

from kb.vocabulary import (
    ASSESSED_KINDS,
    Approach,
    AreaKind,
    Direction,
    FocusArea,
    GuidanceKind,
    MeetingFormat,
    MethodLevel,
    OrganisationType,
    Origin,
    PreventionLevel,
    Rating,
    Recommendation,
    Runner,
    Setting,
    SupportForm,
    SupportLanguage,
    TargetGroup,
)

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1200)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=40, max_length=320)]
MunicipalityCode = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
CountyCode = Annotated[str, StringConstraints(pattern=r"^\d{2}$")]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Source(_Model):
    """Where a claim comes from; the text points to it as `[@id]`."""

    id: Slug
    title: Line
    publisher: Line
    year: Annotated[int, Field(ge=1900, le=2100)] | None = Field(None, description="null when the page gives no year")
    url: HttpUrl | None = Field(None, description="null for a printed source")


class Ages(_Model):
    """Age span in whole years of the person reached; null is an open end."""

    from_: Annotated[int, Field(ge=0, le=120)] | None = Field(None, alias="from")
    to: Annotated[int, Field(ge=0, le=120)] | None = None

    @model_validator(mode="after")
    def _from_is_not_after_to(self) -> Self:
        if self.from_ is not None and self.to is not None and self.from_ > self.to:
            raise ValueError(f"from {self.from_} is after to {self.to}; swap them")
        return self


class Phrasings(_Model):
    """How people ask: everyday wordings, indexed as a field of their own and never shown."""

    sv: list[Line] = []
    en: list[Line] = []


class Evidence(_Model):
    """What is known of one outcome, in the terms of CrimeSolutions (rating) and EMMIE (the rest)."""

    outcome: Line
    rating: Rating
    direction: Direction
    effect: Text
    mechanism: Text | None = None
    moderators: Text | None = Field(None, description="where, when and for whom it works")
    implementation: Text | None = None
    cost: Text | None = None
    rated_by: Line
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    origin: Origin
    sources: Annotated[list[Slug], Field(min_length=1)]


class AreaTags(_Model):
    """Primary: at most three areas that the method is for. Secondary: where it may also help."""

    primary: Annotated[list[Slug], Field(min_length=1, max_length=3)]
    secondary: list[Slug] = []


class _Reviewed(_Model):
    sources: Annotated[list[Source], Field(min_length=1)]
    reviewed: date
    review_by: date
    verified: bool

    @model_validator(mode="after")
    def _review_follows_reviewed(self) -> Self:
        if self.review_by <= self.reviewed:
            raise ValueError(f"review_by {self.review_by} is not after reviewed {self.reviewed}; give a later date")
        return self


class Guidance(_Reviewed):
    """Front matter of `content/guidance/<slug>.md`."""

    title: Line
    kind: GuidanceKind
    summary: Summary
    problem_areas: AreaTags
    prevention_level: PreventionLevel | None = None
    approach: Approach | None = None
    ages: Ages | None = None
    target_groups: list[TargetGroup] = []
    settings: list[Setting] = []
    run_by: list[Runner] = []
    partners: list[Line] = []
    evidence: list[Evidence] = []
    evidence_summary: Text | None = None
    cost: Text | None = None
    requires: list[Line] = []
    recommendation: Recommendation | None = None
    statutory: bool = Field(False, description="a duty by law, shown apart from what is chosen")
    related: list[Slug] = []
    unverified: list[Text] = Field(
        [], description="what could not be confirmed in a source, in words shown to the reader"
    )
    asked_as: Phrasings = Phrasings()

    @model_validator(mode="after")
    def _assessed_kinds_carry_evidence(self) -> Self:
        if self.kind in ASSESSED_KINDS:
            for field in ("prevention_level", "approach", "evidence", "evidence_summary", "recommendation"):
                if not getattr(self, field):
                    raise ValueError(f"{field} is missing; kind '{self.kind}' needs it")
        return self


class ProblemArea(_Reviewed):
    """Front matter of `content/problem-areas/<slug>.md`."""

    title: Line
    title_en: Line
    kind: AreaKind
    focus_areas: list[FocusArea] = []
    summary: Summary
    signs: Annotated[list[Line], Field(min_length=1)]
    questions: Annotated[list[Line], Field(min_length=3)]
    terms: list[Line] = Field([], description="attested terms, shown")
    jargon: list[Line] = Field([], description="slang: used to understand a query, never shown")
    related: list[Slug] = []
    asked_as: Phrasings = Phrasings()


class MethodExperience(_Model):
    slug: Slug
    level: MethodLevel


class Period(_Model):
    from_: date = Field(alias="from")
    to: date

    @model_validator(mode="after")
    def _from_is_not_after_to(self) -> Self:
        if self.from_ > self.to:
            raise ValueError(f"from {self.from_} is after to {self.to}; swap them")
        return self


class Capacity(_Model):
    hours_per_month: Annotated[int, Field(ge=1, le=400)]
    parallel_cases: Annotated[int, Field(ge=1, le=50)]


class Conflicts(_Model):
    """Municipalities the role cannot advise (its own) and methods it owns or sells."""

    municipalities: list[MunicipalityCode] = []
    methods: list[Slug] = []


class Publication(_Model):
    """Why the profile may be shown; when it has run out the profile is not indexed."""

    legal_basis: Line
    since: date
    review_by: date
    withdrawn: date | None = None


class Contact(_Model):
    """Ways in. The mailbox is never public; way_in is the organisation's public page."""

    way_in: HttpUrl
    mailbox: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")] | None = None


class Expert(_Reviewed):
    """Front matter of `content/experts/<slug>.md`: a role at an organisation, never a private person."""

    name: Line
    organisation: Line
    organisation_type: OrganisationType
    summary: Summary
    problem_areas: Annotated[list[Slug], Field(min_length=1)]
    methods: list[MethodExperience] = []
    counties: Literal["hela landet"] | Annotated[list[CountyCode], Field(min_length=1)]
    support: Annotated[list[SupportForm], Field(min_length=1)]
    formats: Annotated[list[MeetingFormat], Field(min_length=1)]
    languages: Annotated[list[SupportLanguage], Field(min_length=1)]
    capacity: Capacity
    unavailable: list[Period] = []
    availability_invented: bool = Field(description="true: capacity and unavailable are made up for the example")
    limits: list[Line] = Field([], description="what the role does not do")
    conflicts: Conflicts = Conflicts()
    publication: Publication
    contact: Contact
