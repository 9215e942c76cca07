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
    not_rated_for_this: str
    main_outcome: str
    run_by: str
    requires: str
    lacking: str
    cost: str
    responsible: str
    indicators: str
    sources: str
    experts: str
    free: str
    ask_for_time: str
    demo: str
    way_in: str
    effect_unknown: str
    certainty: str
    prices: str
    searched: str
    time_to_start: str
    steps: str
    steps_note: str
    takes: str
    decided: str
    source: str
    first_measured: str
    target: str
    owner: str
    suggested: str


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
    not_rated_for_this="inte bedömd för detta",
    main_outcome="huvudutfall",
    run_by="Drivs av",
    requires="Kräver",
    lacking="Saknas enligt er",
    cost="Kostnad",
    responsible="Ansvarig och tid",
    indicators="Att följa upp",
    sources="Källor",
    experts="Vem kan hjälpa",
    free="Ledig",
    ask_for_time="Organisationen har inte sagt när den har tid. Fråga om tid.",
    demo="Påhittad, för demonstration",
    way_in="Vägen in",
    effect_unknown="effekten är inte känd",
    certainty="säkerhet",
    prices="priser",
    searched="sökt",
    time_to_start="Tid till start",
    steps="Arbetsplan",
    steps_note="Steg och timmar utan källa är tjänstens förslag. Kommunen bestämmer vem som gör vad och när.",
    takes="Tar",
    decided="Beslut",
    source="Källa",
    first_measured="Första mätning",
    target="Mål",
    owner="Ansvarig",
    suggested="Förslag",
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
    not_rated_for_this="not rated for this",
    main_outcome="main outcome",
    run_by="Run by",
    requires="Requires",
    lacking="You lack",
    cost="Cost",
    responsible="Responsible and when",
    indicators="To follow up",
    sources="Sources",
    experts="Who can help",
    free="Free",
    ask_for_time="The organisation has not said when it has time. Ask it.",
    demo="Made up, for demonstration",
    way_in="Way in",
    effect_unknown="effect not known",
    certainty="certainty",
    prices="prices of",
    searched="searched",
    time_to_start="Time to start",
    steps="Work plan",
    steps_note="Steps and hours without a source are suggestions. The municipality decides who does what and when.",
    takes="Takes",
    decided="Decision",
    source="Source",
    first_measured="First measuring",
    target="Target",
    owner="Owner",
    suggested="Suggested",
)
LABELS: Mapping[PlanLanguage, Labels] = {"sv": SWEDISH, "en": ENGLISH}
