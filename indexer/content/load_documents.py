"""Front matter and sections to documents: where the models of the edge become the values of the core."""

from indexer.content import front_matter
from indexer.content.read_markdown import ContentFile
from indexer.content.work_plan import read_experiences, read_indicators, read_steps
from kb.documents import (
    Basis,
    Cost,
    Evidence,
    Expert,
    Guidance,
    MethodExperience,
    OutsideRating,
    Period,
    Phrasings,
    ProblemArea,
    Section,
    Source,
    Terms,
    ToldAvailability,
)


def make_guidance(model: front_matter.Guidance, file: ContentFile) -> Guidance:
    """A guidance document of its front matter and its sections."""
    return Guidance(
        slug=file.slug,
        title=model.title,
        kind=model.kind,
        summary=model.summary,
        primary_areas=tuple(model.problem_areas.primary),
        secondary_areas=tuple(model.problem_areas.secondary),
        prevention_level=model.prevention_level,
        approach=model.approach,
        age_from=model.ages.from_ if model.ages else None,
        age_to=model.ages.to if model.ages else None,
        target_groups=tuple(model.target_groups),
        settings=tuple(model.settings),
        run_by=tuple(model.run_by),
        partners=tuple(model.partners),
        evidence=tuple(map(_evidence, model.evidence)),
        evidence_summary=model.evidence_summary,
        cost=Cost(**model.cost.model_dump()) if model.cost else None,
        time_to_start=model.time_to_start,
        requires=tuple(model.requires),
        recommendation=model.recommendation,
        statutory=model.statutory,
        heavy=model.heavy,
        title_en=model.english.title if model.english else None,
        summary_en=model.english.summary if model.english else None,
        reviewed_by=model.reviewed_by,
        law_checked=model.law_checked,
        related=tuple(model.related),
        unverified=tuple(model.unverified),
        sources=_sources(model.sources),
        reviewed=model.reviewed,
        review_by=model.review_by,
        verified=model.verified,
        asked_as=Phrasings(tuple(model.asked_as.sv), tuple(model.asked_as.en)),
        sections=_sections(file),
        steps=read_steps(file),
        indicators=read_indicators(file),
        experiences=read_experiences(file),
    )


def make_problem_area(model: front_matter.ProblemArea, file: ContentFile) -> ProblemArea:
    """A problem area of its front matter and its sections."""
    return ProblemArea(
        slug=file.slug,
        title=model.title,
        title_en=model.title_en,
        kind=model.kind,
        focus_areas=tuple(model.focus_areas),
        summary=model.summary,
        signs=tuple(model.signs),
        questions=tuple(model.questions),
        terms=tuple(model.terms),
        jargon=tuple(model.jargon),
        related=tuple(model.related),
        sources=_sources(model.sources),
        reviewed=model.reviewed,
        review_by=model.review_by,
        verified=model.verified,
        asked_as=Phrasings(tuple(model.asked_as.sv), tuple(model.asked_as.en)),
        sections=_sections(file),
    )


def make_expert(model: front_matter.Expert, file: ContentFile, *, demo: bool = False) -> Expert:
    """An expert profile of its front matter and its sections; demo : by the folder that it lies in."""
    return Expert(
        slug=file.slug,
        name=model.name,
        organisation=model.organisation,
        organisation_type=model.organisation_type,
        summary=model.summary,
        problem_areas=tuple(model.problem_areas),
        methods=tuple(MethodExperience(m.slug, m.level) for m in model.methods),
        counties=() if model.counties == "hela landet" else tuple(model.counties),
        support=tuple(model.support),
        formats=tuple(model.formats),
        languages=tuple(model.languages),
        availability=_availability(model.availability) if model.availability else None,
        limits=tuple(model.limits),
        conflict_municipalities=tuple(model.conflicts.municipalities),
        conflict_methods=tuple(model.conflicts.methods),
        published_since=model.publication.since,
        publication_review_by=model.publication.review_by,
        publication_withdrawn=model.publication.withdrawn,
        legal_basis=model.publication.legal_basis,
        way_in=str(model.contact.way_in),
        mailbox=model.contact.mailbox,
        phone=model.contact.phone,
        terms=Terms(**model.terms.model_dump()),
        checked=model.checked,
        sources=_sources(model.sources),
        reviewed=model.reviewed,
        review_by=model.review_by,
        verified=model.verified,
        sections=_sections(file),
        demo=demo,
    )


def _evidence(model: front_matter.Evidence) -> Evidence:
    return Evidence(
        outcome=model.outcome,
        outcome_en=model.outcome_en,
        wanted=model.wanted,
        effect=model.effect,
        certainty=model.certainty,
        basis=_basis(model.basis),
        finding=model.finding,
        outside=tuple(OutsideRating(**rating.model_dump()) for rating in model.outside),
        mechanism=model.mechanism,
        moderators=model.moderators,
        implementation=model.implementation,
        cost=model.cost,
        year=model.year,
        origin=model.origin,
        sources=tuple(model.sources),
        for_areas=tuple(model.for_areas),
    )


def _basis(model: front_matter.Basis) -> Basis:
    return Basis(
        design=model.design,
        studies=model.studies,
        described=model.described,
        countries=tuple(model.countries),
        independence=model.independence,
    )


def _availability(model: front_matter.Availability) -> ToldAvailability:
    return ToldAvailability(
        confirmed=model.confirmed,
        hours_per_month=model.hours_per_month,
        parallel_cases=model.parallel_cases,
        unavailable=tuple(Period(p.from_, p.to) for p in model.unavailable),
    )


def _sources(models: list[front_matter.Source]) -> tuple[Source, ...]:
    return tuple(
        Source(
            id=m.id,
            title=m.title,
            publisher=m.publisher,
            year=m.year,
            url=str(m.url) if m.url else None,
            kind=m.kind,
            paid_by=m.paid_by,
        )
        for m in models
    )


def _sections(file: ContentFile) -> tuple[Section, ...]:
    return tuple(placed.section for placed in file.sections)
