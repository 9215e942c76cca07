"""How far a team or an allocation is proved to be the best, and why something has no expert, in words."""

from collections.abc import Mapping, Sequence

from api.formats import write_amount
from cli.shown.text import wrap
from cli.shown.words import WORDS
from kb.staffing.assignment import Uncovered
from kb.staffing.integer_program import Stage

PROVED = "Inget bättre finns: varje mål är bevisat."
GOALS: Mapping[str, str] = {
    "problems covered": "problem med expert",
    "main fields": "problem hos någon som har det som huvudområde",
    "experts": "experter",
    "total match": "summan av hur väl de passar",
    "known time": "problem hos någon som har sagt att den har tid",
    "wanted by hand": "det som är bestämt för hand",
    "cases with something": "ärenden som får stöd",
    "their priority": "prioritet hos dem som får stöd",
    "worst quality": "det sämst ställda ärendet",
}


def stage_lines(stages: Sequence[Stage]) -> list[str]:
    """One line when all is proved, else one for each goal that is not."""
    open_goals = [stage for stage in stages if not stage.is_proved]
    if not open_goals:
        return [PROVED]
    told = (
        f"{GOALS[stage.goal]}: {stage.reached:g}, kan som mest bli {stage.bound:g}"
        if stage.bound > stage.reached
        else f"{GOALS[stage.goal]}: {stage.reached:g}, kan som minst bli {stage.bound:g}"
        for stage in open_goals
    )
    return ["Tiden tog slut innan det bästa var bevisat:", *(wrap(line, "  ") for line in told)]


def uncovered_text(reason: Uncovered) -> str:
    return WORDS[f"uncovered_{reason}"]


def hours_text(hours: float) -> str:
    """Hours in Swedish: 7,5 timmar."""
    number = write_amount(round(hours, 1), WORDS)
    return f"{number} {'timme' if number == '1' else 'timmar'}"
