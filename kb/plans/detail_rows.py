"""Place, group and time of a problem as rows: the municipality's words, or the question that they leave open."""

from kb.plans.plan import PlannedProblem

HEADING = "Plats, grupp och tid"
_QUESTIONS = {
    "Plats": "Framgår inte. Var händer det?",
    "Grupp": "Framgår inte. Vilka gör det, och vilka drabbas?",
    "Tid": "Framgår inte. När händer det, och sedan när?",
}


def detail_rows(problem: PlannedProblem) -> list[tuple[str, str]]:
    """Label and text of the three rows."""
    told = {"Plats": problem.places, "Grupp": problem.groups, "Tid": problem.times}
    return [(label, "; ".join(words) or _QUESTIONS[label]) for label, words in told.items()]
