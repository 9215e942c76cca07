"""A draft of a plan made of the documents alone, without a search: quick, and with methods that are for the problem."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kb.badge import Badge, find_badge
from kb.documents import Guidance, ProblemArea, Source
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedMeasure, PlannedProblem, PlannedSource
from kb.registers import Municipality
from kb.snapshot.snapshot import Snapshot
from kb.vocabulary import ASSESSED_KINDS, RATINGS

MADE_UP = "(påhittat)"
"""Stands behind every title, so that also a file of it tells."""
FOLLOW_UP = timedelta(days=365)
N_MEASURES = 4
"""Methods that are offered for a problem."""


@dataclass(frozen=True, slots=True)
class Drafter:
    """by_area : slug -> methods whose first area it is, the best rated for it first"""

    snapshot_id: str
    areas: Mapping[str, ProblemArea]
    by_area: Mapping[str, tuple[Guidance, ...]]

    def draft(self, town: Municipality, areas: list[str], place: str, day: date) -> Plan:
        return Plan(
            format_version=FORMAT_VERSION,
            municipality=town.name,
            drafted=day,
            follow_up=day + FOLLOW_UP,
            snapshot_id=self.snapshot_id,
            missing_parts=(),
            problems=tuple(self._plan_problem(area, place) for area in areas),
        )

    def _plan_problem(self, area: str, place: str) -> PlannedProblem:
        methods = self.by_area.get(area, ())[:N_MEASURES]
        title = self.areas[area].title
        return PlannedProblem(
            title=f"{title} {place} {MADE_UP}",
            area=area,
            passages=(f"{title} har märkts {place} i demonstrationen.",),
            causes=(),
            cause_questions=self.areas[area].questions,
            measures=tuple(_plan_measure(document, find_badge(document, area)) for document in methods),
            advised_against=(),
            gaps=(),
            experts=(),
            places=(place,),
            offered=tuple(document.slug for document in methods),
        )


def make_drafter(snapshot: Snapshot) -> Drafter:
    return Drafter(
        snapshot.manifest.id,
        snapshot.problem_areas,
        {area: _list_methods(snapshot, area) for area in snapshot.problem_areas},
    )


def _list_methods(snapshot: Snapshot, area: str) -> tuple[Guidance, ...]:
    of_area = [
        document
        for document in snapshot.guidance.values()
        if document.kind in ASSESSED_KINDS and area in document.primary_areas and not document.is_advised_against
    ]
    return tuple(sorted(of_area, key=lambda document: (_place_of(find_badge(document, area)), document.slug)))


def _place_of(badge: Badge | None) -> int:
    return RATINGS.index(badge.rating) if badge else len(RATINGS)


def _plan_measure(document: Guidance, badge: Badge | None) -> PlannedMeasure:
    return PlannedMeasure(
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        rating=badge.rating if badge else None,
        recommendation=document.recommendation,
        evidence_summary=document.evidence_summary,
        requires=document.requires,
        run_by=document.run_by,
        cost=document.cost.text if document.cost else None,
        price_year=document.cost.price_year if document.cost else None,
        time_to_start=document.time_to_start,
        indicators=tuple(indicator.name for indicator in document.indicators),
        measured=document.indicators,
        sources=tuple(map(_plan_source, document.sources)),
        reviewed=document.reviewed,
        outcome=badge.outcome if badge else "",
        wanted=badge.wanted if badge else "minskar",
        effect=badge.effect if badge else None,
        certainty=badge.certainty if badge else None,
        basis=badge.basis if badge else None,
        is_about_problem=badge.is_about_problem if badge else True,
        is_statutory=document.statutory,
    )


def _plan_source(source: Source) -> PlannedSource:
    return PlannedSource(
        id=source.id, title=source.title, publisher=source.publisher, year=source.year, url=source.url, kind=source.kind
    )
