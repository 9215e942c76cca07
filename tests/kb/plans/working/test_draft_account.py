"""An account of a measure is drafted from what the plan says of it."""

from kb.plans.working.draft_account import draft_account, list_followed_up
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, OWN, PROBLEM, read_with

CHOSEN = {f"{MEASURE}/decision": "chosen"}


def _list(edits: dict[str, str]) -> list[str]:
    return [measure.path for _, measure in list_followed_up(read_with(edits))]


def test_a_measure_is_followed_up_once_it_is_begun_or_measured() -> None:
    assert _list(CHOSEN) == []
    assert _list({**CHOSEN, f"{MEASURE}/status": "planned"}) == []
    assert _list({**CHOSEN, f"{MEASURE}/status": "done"}) == [MEASURE]
    assert _list({**CHOSEN, f"{INDICATOR}/value-2026-10-15": "52"}) == [MEASURE]
    assert _list({f"{MEASURE}/status": "done"}) == []


def test_it_tells_work_cost_and_figures_as_the_plan_does() -> None:
    edits = {
        **CHOSEN,
        f"{MEASURE}/status": "done",
        f"{MEASURE}/text": "Föreningarna går.",
        f"{MEASURE}/note": "Tre kvällar.",
        f"{MEASURE}/responsible": "Samordnaren",
        f"{MEASURE}/cost": "40000",
        f"{PROBLEM}/goal_number": "Andel trygga",
        f"{PROBLEM}/value-2026-01-15": "41,5",
        f"{INDICATOR}/value-2026-01-15": "3",
        f"{INDICATOR}/value-2026-10-15": "12",
        f"{INDICATOR}/remark-2026-10-15": "en kväll inställd",
    }
    ((problem, measure),) = list_followed_up(read_with(edits))
    told = draft_account(problem, measure)
    assert (told.measure, told.method, told.area, told.title) == (MEASURE, "nattvandring", "narkotika", "Nattvandring")
    assert told.done == "Föreningarna går.\nTre kvällar."
    assert told.took == "Ansvarig: Samordnaren.\nKostnad: 40\N{NO-BREAK SPACE}000 kronor."
    assert told.figures == (
        "Andel trygga: 41,5 (2026-01-15).\nAntal kvällar: 3 (2026-01-15), 12 (2026-10-15: en kväll inställd)."
    )


def test_a_measure_of_the_municipalitys_own_is_of_no_method() -> None:
    ((problem, measure),) = list_followed_up(read_with({f"{OWN}/title": "Fritidsbank", f"{OWN}/status": "begun"}))
    told = draft_account(problem, measure)
    assert (told.method, told.title, told.took, told.figures) == ("", "Fritidsbank", "", "")
