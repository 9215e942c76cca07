"""The documents that are searched, as values: guidance, problem areas and experts, and the sections they consist of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb.vocabulary import (
    RATINGS,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading's own text: up to the next heading of any level.

    markdown keeps citations as `[@source-id]`; text is the same in plain words, without them.
    """

    heading: str
    anchor: str
    level: int
    markdown: str
    text: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrasings:
    """How people ask for a document; indexed, never shown."""

    sv: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of one outcome, and who says so."""

    outcome: str
    rating: Rating
    direction: Direction
    effect: str
    mechanism: str | None
    moderators: str | None
    implementation: str | None
    cost: str | None
    rated_by: str
    year: int | None
    origin: Origin
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    slug: str
    title: str
    kind: GuidanceKind
    summary: str
    primary_areas: tuple[str, ...]
    secondary_areas: tuple[str, ...]
    prevention_level: PreventionLevel | None
    approach: Approach | None
    age_from: int | None
    age_to: int | None
    target_groups: tuple[TargetGroup, ...]
    settings: tuple[Setting, ...]
    run_by: tuple[Runner, ...]
    partners: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    evidence_summary: str | None
    cost: str | None
    requires: tuple[str, ...]
    recommendation: Recommendation | None
    statutory: bool
    related: tuple[str, ...]
    unverified: tuple[str, ...]
    sources: tuple[Source, ...]
    reviewed: date
    review_by: date
    verified: bool
    asked_as: Phrasings
    sections: tuple[Section, ...]

    @property
    def rating(self) -> Rating | None:
        """The best rating that any outcome has, None for a document that is not assessed."""
        return min((e.rating for e in self.evidence), key=RATINGS.index, default=None)

    @property
    def is_advised_against(self) -> bool:
        return self.recommendation == "avråds"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemArea:
    slug: str
    title: str
    title_en: str
    kind: AreaKind
    focus_areas: tuple[FocusArea, ...]
    summary: str
    signs: tuple[str, ...]
    questions: tuple[str, ...]
    terms: tuple[str, ...]
    jargon: tuple[str, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    reviewed: date
    review_by: date
    verified: bool
    asked_as: Phrasings
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class MethodExperience:
    slug: str
    level: MethodLevel


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included."""

    first: date
    last: date

    def overlaps(self, other: "Period") -> bool:
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """A role at an organisation. counties is empty when it works in the whole country."""

    slug: str
    name: str
    organisation: str
    organisation_type: OrganisationType
    summary: str
    problem_areas: tuple[str, ...]
    methods: tuple[MethodExperience, ...]
    counties: tuple[str, ...]
    support: tuple[SupportForm, ...]
    formats: tuple[MeetingFormat, ...]
    languages: tuple[SupportLanguage, ...]
    hours_per_month: int
    parallel_cases: int
    unavailable: tuple[Period, ...]
    availability_invented: bool
    limits: tuple[str, ...]
    conflict_municipalities: tuple[str, ...]
    conflict_methods: tuple[str, ...]
    published_since: date
    publication_review_by: date
    publication_withdrawn: date | None
    legal_basis: str
    way_in: str
    mailbox: str | None
    sources: tuple[Source, ...]
    reviewed: date
    review_by: date
    verified: bool
    sections: tuple[Section, ...]

    def is_published(self, day: date) -> bool:
        """Whether there is a basis for showing the profile on that day: no basis, no vector."""
        withdrawn = self.publication_withdrawn is not None and self.publication_withdrawn <= day
        return self.published_since <= day <= self.publication_review_by and not withdrawn


@dataclass(frozen=True, slots=True)
class Example:
    """How somebody may ask, and what answers: slugs of guidance, by grade from 1 to 3; none when nothing here does.

    avoid : slugs of guidance that must not be suggested, though they may look like it
    """

    query: str
    relevant: Mapping[str, int]
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """All documents of a content folder, each kind sorted by slug.

    outside : topics that have no answer here, since they are other business of a municipality
    examples : of queries, with and without an answer
    """

    guidance: tuple[Guidance, ...]
    problem_areas: tuple[ProblemArea, ...]
    experts: tuple[Expert, ...]
    outside: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
