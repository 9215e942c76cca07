"""The documents that are searched, as values: guidance, problem areas and experts, and the sections they consist of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.grade import grade, is_harm
from kb.vocabulary import (
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
    Risk,
    Runner,
    Setting,
    SourceKind,
    SupportForm,
    SupportLanguage,
    TargetGroup,
    Wanted,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """paid_by : who paid for a study or review, None where it is not told."""

    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None
    kind: SourceKind
    paid_by: str | None = None


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
class Basis:
    """What an effect rests on: the weightiest kind of study, and how many.

    studies : None where the source does not tell; described : what studies they are, in a few words
    """

    design: Design
    studies: int | None
    described: str | None
    countries: tuple[str, ...]
    independence: Independence


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideRating:
    """What somebody else has rated, in their own scale and words. source : id."""

    rater: str
    scale: str
    rating: str
    studies: int | None
    year: int | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of one outcome. finding : what was measured and seen.

    for_areas : problem areas whose badge it is
    """

    outcome: str
    outcome_en: str | None
    wanted: Wanted
    effect: Effect
    certainty: Certainty
    basis: Basis
    finding: str
    outside: tuple[OutsideRating, ...]
    mechanism: str | None
    moderators: str | None
    implementation: str | None
    cost: str | None
    year: int | None
    origin: Origin
    sources: tuple[str, ...]
    for_areas: tuple[str, ...] = ()

    @property
    def rating(self) -> Rating:
        """The service's own grade."""
        return grade(self.effect, self.certainty, self.wanted)

    @property
    def is_harm(self) -> bool:
        """Whether the outcome goes the wrong way."""
        return is_harm(self.effect, self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a method costs. price_year : of the amounts, None without any; searched : when none was found."""

    text: str
    price_year: int | None
    searched: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What somebody does to begin with a method. who : a role; when : from the decision on, as "vecka 1".

    takes : hours, days, people or kronor; decision : which body or role decides what; None where it is not told
    sources : ids
    """

    who: str | None
    when: str | None
    what: str
    takes: str | None
    decision: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What a method is followed up by. first : when it is measured first; target : a form, never a promise.

    source, first, target, owner : None where it is not told
    """

    name: str
    source: str | None
    first: str | None
    target: str | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class Experience:
    """Who has done it. year : as told, maybe several."""

    place: str
    year: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """heavy : whether it singles out persons as criminal, or restricts many: not for a problem that is uncertain."""

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
    cost: Cost | None
    time_to_start: str | None
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
    heavy: bool = False
    title_en: str | None = None
    summary_en: str | None = None
    reviewed_by: Reviewer = "redaktör"
    law_checked: date | None = None
    steps: tuple[Step, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    experiences: tuple[Experience, ...] = ()

    @property
    def main_outcome(self) -> Evidence | None:
        """The first outcome that speaks for a problem area, else the first; None for what is not assessed."""
        speaking = (outcome for outcome in self.evidence if outcome.for_areas)
        return next(speaking, next(iter(self.evidence), None))

    @property
    def rating(self) -> Rating | None:
        """The rating of the main outcome, None for a document that is not assessed."""
        return self.main_outcome.rating if self.main_outcome else None

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


@dataclass(frozen=True, slots=True)
class Booked:
    """Hours of an expert that somebody has, from first to last, both included.

    case : what they are for, so that two bookings of the same are one case at a time; empty for one of its own
    """

    first: date
    last: date
    hours: float
    case: str = ""


@dataclass(frozen=True, slots=True)
class ToldAvailability:
    """What an organisation has said of the time of a role. confirmed : the day when it did."""

    confirmed: date
    hours_per_month: int
    parallel_cases: int
    unavailable: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What it is to be helped, as far as the organisation has published it; None where it has not."""

    cost: str | None = None
    travel: str | None = None
    response_time: str | None = None
    deputy: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """A role at an organisation. counties is empty when it works in the whole country.

    availability : None until the organisation has said something: unknown, neither free nor busy
    mailbox, phone : of the function, as the organisation publishes them
    checked : the day when the way in was last looked at
    demo : it is made up, for the demonstration
    booked : what others have of its time, as the service knows; the content tells of none
    """

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
    availability: ToldAvailability | None
    limits: tuple[str, ...]
    conflict_municipalities: tuple[str, ...]
    conflict_methods: tuple[str, ...]
    published_since: date
    publication_review_by: date
    publication_withdrawn: date | None
    legal_basis: str
    way_in: str
    mailbox: str | None
    phone: str | None
    terms: Terms
    checked: date | None
    sources: tuple[Source, ...]
    reviewed: date
    review_by: date
    verified: bool
    sections: tuple[Section, ...]
    demo: bool = False
    booked: tuple[Booked, ...] = ()

    @property
    def used_methods(self) -> tuple[str, ...]:
        """Slugs of the methods that it has used or leads; those that it only knows of are no experience."""
        return tuple(method.slug for method in self.methods if method.level != "känner till")

    def is_published(self, day: date) -> bool:
        """Whether there is a basis for showing the profile on that day: no basis, no vector."""
        withdrawn = self.publication_withdrawn is not None and self.publication_withdrawn <= day
        return self.published_since <= day <= self.publication_review_by and not withdrawn


@dataclass(frozen=True, slots=True)
class Example:
    """How somebody may ask, and what answers: slugs of guidance, by grade from 1 to 3; none when nothing here does.

    avoid : slugs of guidance that must not be suggested, though they may look like it
    risk : what somebody is in danger of who asks so, "unclear" where one cannot say, None for nobody in danger
    """

    query: str
    relevant: Mapping[str, int]
    avoid: tuple[str, ...] = ()
    risk: Risk | Literal["unclear"] | None = None


@dataclass(frozen=True, slots=True)
class DangerExample:
    """What somebody may write, and what a person is in danger of then; None for nobody."""

    text: str
    risk: Risk | None


@dataclass(frozen=True, slots=True)
class Library:
    """All documents of a content folder, each kind sorted by slug.

    outside : topics that have no answer here, since they are other business of a municipality
    examples : of queries, with and without an answer
    danger : of what tells of somebody in danger, and of what only sounds like it
    """

    guidance: tuple[Guidance, ...]
    problem_areas: tuple[ProblemArea, ...]
    experts: tuple[Expert, ...]
    outside: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    danger: tuple[DangerExample, ...] = ()
