"""The front matter of each kind of content file, as Pydantic models: the one place where its fields are defined.

`kb schema` writes the same models as JSON Schema, so that an editor's program can complete and check the fields.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator

from kb.grade import grade
from kb.vocabulary import (
    ASSESSED_KINDS,
    Approach,
    AreaKind,
    Certainty,
    Design,
    Effect,
    FocusArea,
    GuidanceKind,
    Independence,
    MeetingFormat,
    MethodLevel,
    OrganisationType,
    Origin,
    PreventionLevel,
    Rating,
    Recommendation,
    Reviewer,
    Runner,
    Setting,
    SourceKind,
    SupportForm,
    SupportLanguage,
    TargetGroup,
    Wanted,
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
    kind: SourceKind
    paid_by: Line | None = Field(None, description="who paid for a study or review; null when it is not told")


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


class Basis(_Model):
    """What an effect rests on."""

    design: Design = Field(description="the weightiest kind of study")
    studies: Annotated[int, Field(ge=0, le=2000)] | None = Field(None, description="how many; null when not told")
    described: Line | None = Field(None, description="what studies, in a few words")
    countries: list[Line] = []
    independence: Independence


class OutsideRating(_Model):
    """What an outside rater says, in the rater's own scale and words."""

    rater: Line
    scale: Line
    rating: Line
    studies: Annotated[int, Field(ge=0, le=2000)] | None = None
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    source: Slug


class Evidence(_Model):
    """What is known of one outcome: effect and certainty apart (GRADE), what they rest on, and the rest of EMMIE."""

    outcome: Line
    outcome_en: Line | None = None
    for_areas: list[Slug] = Field([], description="the problem areas whose badge is this outcome's grade")
    wanted: Wanted = Field("minskar", description="which way the outcome should go")
    effect: Effect
    certainty: Certainty
    basis: Basis
    finding: Text = Field(description="what was measured, and what was seen")
    outside: list[OutsideRating] = []
    mechanism: Text | None = None
    moderators: Text | None = Field(None, description="where, when and for whom it works")
    implementation: Text | None = None
    cost: Text | None = None
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    origin: Origin
    sources: Annotated[list[Slug], Field(min_length=1)]

    @property
    def rating(self) -> Rating:
        """The service's own grade."""
        return grade(self.effect, self.certainty, self.wanted)

    @model_validator(mode="after")
    def _what_is_not_known_is_not_sure(self) -> Self:
        if self.effect == "inte känt" and self.certainty != "mycket låg":
            raise ValueError(f"certainty is {self.certainty} for an effect that is not known; write 'mycket låg'")
        if self.basis.design == "ingen studie" and self.effect != "inte känt":
            raise ValueError(f"effect is {self.effect} without a study; write 'inte känt', or name the study in basis")
        return self


class Cost(_Model):
    """What a method costs, with the year of the prices; or that nothing is published, with the day of the search."""

    text: Text
    price_year: Annotated[int, Field(ge=1990, le=2100)] | None = None
    searched: date | None = None

    @model_validator(mode="after")
    def _has_a_year_or_a_search(self) -> Self:
        if self.price_year is None and self.searched is None:
            raise ValueError(
                "cost has neither price_year nor searched; give the year of the amounts, or when you searched"
            )
        return self


class English(_Model):
    """What a reader of English needs to choose."""

    title: Line
    summary: Summary


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
    cost: Cost | None = None
    time_to_start: Line | None = Field(None, description="from decision to start, and whose judgement that is")
    requires: list[Line] = []
    recommendation: Recommendation | None = None
    statutory: bool = Field(False, description="a duty by law, shown apart from what is chosen")
    heavy: bool = Field(False, description="singles out persons as criminal, or restricts many")
    related: list[Slug] = []
    english: English | None = None
    reviewed_by: Reviewer = "redaktör"
    law_checked: date | None = Field(None, description="when what is said of law was read in the statutes")
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

    @model_validator(mode="after")
    def _each_area_has_one_outcome(self) -> Self:
        tagged = (*self.problem_areas.primary, *self.problem_areas.secondary)
        spoken_for = [area for outcome in self.evidence for area in outcome.for_areas]
        for area in spoken_for:
            if area not in tagged:
                raise ValueError(f"for_areas has {area!r}, no area of the document; name one of {', '.join(tagged)}")
            if spoken_for.count(area) > 1:
                raise ValueError(f"for_areas has {area!r} twice; keep it at the outcome of the weightiest source")
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


class Availability(_Model):
    """What the organisation itself has said of its time. A profile without it is of unknown availability."""

    confirmed: date = Field(description="the day when the organisation said so")
    hours_per_month: Annotated[int, Field(ge=1, le=400)]
    parallel_cases: Annotated[int, Field(ge=1, le=50)]
    unavailable: list[Period] = []


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
    """Ways in that the organisation publishes, to a function and never to a person; null is not published."""

    way_in: HttpUrl = Field(description="the page for this matter")
    mailbox: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")] | None = None
    phone: Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]{3,18}[0-9]$")] | None = None


class Terms(_Model):
    """What it is to be helped, as the organisation publishes it; null is not published."""

    cost: Line | None = None
    travel: Line | None = Field(default=None, description="whether the role comes to the municipality, and who pays")
    response_time: Line | None = None
    deputy: Line | None = Field(default=None, description="the function that answers when the role is away")


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
    availability: Availability | None = Field(None, description="left out until the organisation has said it")
    limits: list[Line] = Field([], description="what the role does not do")
    conflicts: Conflicts = Conflicts()
    publication: Publication
    contact: Contact
    terms: Terms = Terms()
    checked: date | None = Field(None, description="the day when the way in was last looked at")
