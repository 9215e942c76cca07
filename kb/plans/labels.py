"""The words of a plan that are neither the municipality's nor a document's, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PlanLanguage = Literal["sv", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Headings, labels of rows, and what stands where nothing is told, each in one wording for every form of a plan."""

    plan: str
    drafted: str
    follow_up: str
    basis: str
    snapshot: str
    decision: str
    missing_parts: str
    passages: str
    details: str
    place: str
    group: str
    time: str
    no_place: str
    no_group: str
    no_time: str
    cause: str
    no_cause: str
    goal: str
    to_fill_in: str
    measures: str
    no_measures: str
    measure: str
    advised_against: str
    outcome: str
    evidence: str
    not_rated: str
    run_by: str
    requires: str
    lacking: str
    cost: str
    responsible: str
    indicators: str
    sources: str
    experts: str
    free: str
    invented: str
    way_in: str


SWEDISH = Labels(
    plan="Utkast till åtgärdsplan",
    drafted="Utkast",
    follow_up="Följs upp senast",
    basis="Underlag",
    snapshot="Indexversion",
    decision="Beslut fattas av kommunen (5 §).",
    missing_parts="Lägesbilden saknar, så långt det går att se",
    passages="Ur lägesbilden",
    details="Plats, grupp och tid",
    place="Plats",
    group="Grupp",
    time="Tid",
    no_place="Framgår inte. Var händer det?",
    no_group="Framgår inte. Vilka gör det, och vilka drabbas?",
    no_time="Framgår inte. När händer det, och sedan när?",
    cause="Orsak",
    no_cause="Orsaken är inte beskriven. Frågor att börja med:",
    goal="Mål",
    to_fill_in="Fylls i av kommunen.",
    measures="Åtgärder att ta ställning till",
    no_measures="Ingen åtgärd är vald.",
    measure="Åtgärd",
    advised_against="Avråds",
    outcome="Utfall",
    evidence="Evidens",
    not_rated="inte bedömd",
    run_by="Drivs av",
    requires="Kräver",
    lacking="Saknas enligt er",
    cost="Kostnad",
    responsible="Ansvarig och tid",
    indicators="Att följa upp",
    sources="Källor",
    experts="Vem kan hjälpa",
    free="Ledig",
    invented="Tillgängligheten är ett påhittat exempel.",
    way_in="Vägen in",
)
ENGLISH = Labels(
    plan="Draft action plan",
    drafted="Drafted",
    follow_up="Followed up by",
    basis="Basis",
    snapshot="Index version",
    decision="The municipality decides (5 §).",
    missing_parts="The description lacks, as far as can be seen",
    passages="From the description",
    details="Place, group and time",
    place="Place",
    group="Group",
    time="Time",
    no_place="Not said. Where does it happen?",
    no_group="Not said. Who do it, and who are affected?",
    no_time="Not said. When does it happen, and since when?",
    cause="Cause",
    no_cause="The cause is not described. Questions to begin with:",
    goal="Goal",
    to_fill_in="Filled in by the municipality.",
    measures="Measures to consider",
    no_measures="No measure is chosen.",
    measure="Measure",
    advised_against="Advised against",
    outcome="Outcome",
    evidence="Evidence",
    not_rated="not rated",
    run_by="Run by",
    requires="Requires",
    lacking="You lack",
    cost="Cost",
    responsible="Responsible and when",
    indicators="To follow up",
    sources="Sources",
    experts="Who can help",
    free="Free",
    invented="The availability is a made-up example.",
    way_in="Way in",
)
LABELS: Mapping[PlanLanguage, Labels] = {"sv": SWEDISH, "en": ENGLISH}
