"""A plan as Markdown."""

from collections.abc import Iterator

from kb.plans.detail_rows import HEADING, detail_rows
from kb.plans.measure_words import tell_evidence
from kb.plans.plan import Plan, PlannedExpert, PlannedMeasure, PlannedProblem

TO_FILL_IN = "*Fylls i av kommunen.*"


def write_markdown(plan: Plan) -> str:
    """The plan as one Markdown document in Swedish."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield f"# Utkast till åtgärdsplan{f', {plan.municipality}' if plan.municipality else ''}"
    yield ""
    yield f"Utkast {plan.drafted}. Följs upp senast {plan.follow_up} (6 § lag 2023:196). Underlag: indexversion "
    yield f"`{plan.snapshot_id}`. Beslut fattas av kommunen (5 §)."
    if plan.missing_parts:
        yield ""
        yield f"Lägesbilden saknar, så långt det går att se: {', '.join(plan.missing_parts)} (4 §)."
    for number, problem in enumerate(plan.problems, 1):
        yield ""
        yield from _problem(number, problem)


def _problem(number: int, problem: PlannedProblem) -> Iterator[str]:
    yield f"## {number}. {problem.title}"
    yield ""
    yield "### Ur lägesbilden"
    for passage in problem.passages:
        yield ""
        yield from (f"> {line}" for line in passage.splitlines())
    yield ""
    yield f"### {HEADING}"
    yield ""
    yield from (f"- **{label}:** {text}" for label, text in detail_rows(problem))
    yield ""
    yield "### Orsak"
    yield ""
    if problem.causes:
        yield from (f"- {' '.join(cause.split())}" for cause in problem.causes)
    else:
        yield "Orsaken är inte beskriven. Frågor att börja med:"
        yield ""
        yield from (f"- {question}" for question in problem.cause_questions)
    yield ""
    yield "### Mål"
    yield ""
    yield TO_FILL_IN
    yield ""
    yield "### Åtgärder att ta ställning till"
    for measure in problem.measures:
        yield from _measure(measure)
    for measure in problem.gaps:
        yield from ["", f"**{measure.title}.** {measure.summary}"]
    for measure in problem.advised_against:
        yield from ["", f"**Avråds: {measure.title}.** {measure.evidence_summary or measure.summary}"]
    yield from _experts(problem.experts)


def _measure(measure: PlannedMeasure) -> Iterator[str]:
    yield ""
    yield f"#### {measure.title}"
    yield ""
    yield measure.summary
    yield ""
    yield f"- **Evidens:** {tell_evidence(measure)}"
    if measure.run_by:
        yield f"- **Drivs av:** {', '.join(measure.run_by)}"
    if measure.requires:
        yield f"- **Kräver:** {'; '.join(measure.requires)}"
    if measure.lacking:
        yield f"- **Saknas enligt er:** {'; '.join(measure.lacking)}"
    if measure.cost:
        yield f"- **Kostnad:** {measure.cost}"
    yield "- **Ansvarig och tid:** " + TO_FILL_IN
    if measure.indicators:
        yield "- **Att följa upp:**"
        yield from (f"    - {indicator}" for indicator in measure.indicators)
    cited = "; ".join(f"{s.publisher}{f' {s.year}' if s.year else ''}: {s.title}" for s in measure.sources)
    yield f"- **Källor:** {cited}"


def _experts(experts: tuple[PlannedExpert, ...]) -> Iterator[str]:
    if not experts:
        return
    yield from ["", "### Vem kan hjälpa", ""]
    for expert in experts:
        free = ", ".join(f"{first}–{last}" for first, last in expert.free)
        invented = " Tillgängligheten är ett påhittat exempel." if expert.availability_invented else ""
        yield f"- {expert.name}, {expert.organisation}. Ledig {free}.{invented} Vägen in: <{expert.way_in}>"
