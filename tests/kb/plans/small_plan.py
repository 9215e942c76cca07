"""A plan of one problem, with one of each thing that can be told in it."""

from dataclasses import replace
from datetime import date

from kb.documents import Source
from kb.plans.plan import FORMAT_VERSION, Plan, PlannedExpert, PlannedMeasure, PlannedProblem

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
    sources=(Source(id="bra-2020", title="Om vandring", publisher="Brå", url=None, year=2020),),
    reviewed=DAY,
    outcome="trygghet",
    lacking=("En samordnare",),
)
GAP = replace(MEASURE, slug="lucka", title="Stölder av båtmotorer", summary="Ingen metod är känd.")
AVOID = replace(MEASURE, slug="skramsel", title="Skrämselprogram", evidence_summary="Ökar brotten.")
EXPERT = PlannedExpert(
    slug="x",
    name="Rådgivare",
    organisation="Brå",
    way_in="https://bra.se/",
    methods=(),
    free=((DAY, date(2026, 12, 1)),),
    availability_invented=True,
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
