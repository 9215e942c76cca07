"""A plan of one problem, with one of each thing that can be told in it."""

from dataclasses import replace
from datetime import date

from kb.documents import Indicator, Step
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedExpert, PlannedMeasure, PlannedProblem, PlannedSource

DAY = date(2026, 11, 22)
MEASURE = PlannedMeasure(
    slug="nattvandring",
    title="Nattvandring",
    summary="Vuxna går i området på kvällar.",
    rating="svag",
    recommendation="prövas",
    evidence_summary="Enstaka studier.",
    requires=("En samordnare", "Tio vuxna"),
    run_by=("civilsamhälle", "polis"),
    cost="Arbetstid",
    indicators=("Antal kvällar", "Andel trygga"),
    sources=(PlannedSource(id="bra-2020", title="Om vandring", publisher="Brå", url=None, year=2020),),
    reviewed=DAY,
    outcome="trygghet",
    lacking=("En samordnare",),
)
WORKED = replace(
    MEASURE,
    effect="minskar",
    certainty="mycket låg",
    price_year=2025,
    time_to_start="en månad",
    steps=(
        Step(
            who="Samordnaren",
            when="vecka 1",
            what="ringer föreningarna.",
            takes="en dag",
            decision="nämnden ger uppdraget",
            sources=(),
        ),
        Step(who=None, when=None, what="Gå ut.", takes=None, decision=None, sources=()),
    ),
    measured=(
        Indicator(name="Antal kvällar", source="föreningen", first="före start", target="fler", owner="samordnaren"),
    ),
)
"""The measure as of format 3, with a work plan."""
GAP = replace(MEASURE, slug="lucka", title="Stölder av båtmotorer", summary="Ingen metod är känd.")
AVOID = replace(MEASURE, slug="skramsel", title="Skrämselprogram", evidence_summary="Ökar brotten.")
EXPERT = PlannedExpert(
    slug="x",
    name="Rådgivare",
    organisation="Brå",
    way_in="https://bra.se/",
    methods=(),
    free=((DAY, date(2026, 12, 1)),),
)
PROBLEM = PlannedProblem(
    title="Torget",
    area="narkotika",
    passages=("Det säljs på torget.\nVarje kväll.",),
    causes=("Ingen vuxen\när där.",),
    cause_questions=("Vad säger skolan?",),
    measures=(MEASURE,),
    advised_against=(AVOID,),
    gaps=(GAP,),
    experts=(EXPERT,),
    places=("torget", "parken"),
)
PLAN = Plan(
    format_version=FORMAT_VERSION,
    municipality="Borås",
    drafted=DAY,
    follow_up=date(2027, 11, 22),
    snapshot_id="3f2a",
    missing_parts=("analys", "kartläggning"),
    problems=(PROBLEM,),
)


def with_problem(**changes: object) -> Plan:
    """The plan with its problem changed."""
    return replace(PLAN, problems=(replace(PROBLEM, **changes),))  # type: ignore[arg-type]  # the fields of a problem
