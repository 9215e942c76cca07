"""A plan as its reader meets it, the same in every form."""

from dataclasses import fields, replace
from datetime import date

import pytest

from kb.plans.labels import ENGLISH, SWEDISH
from kb.plans.outline import Experts, Items, Rows, Section, Sentence, outline_plan
from kb.plans.outline_measures import Suggestions
from kb.plans.plan import Plan
from tests.kb.plans.small_plan import EXPERT, PLAN, WORKED, with_problem


def section(plan: Plan, key: str) -> Section:
    (found,) = [section for section in outline_plan(plan).problems[0].sections if section.key == key]
    return found


def test_a_plan_opens_with_its_days_and_what_it_rests_on() -> None:
    outline = outline_plan(PLAN)
    assert outline.heading == "Utkast till åtgärdsplan, Borås"
    assert outline.opening == (
        "Utkast 2026-11-22. Följs upp senast 2027-11-22 (6 § lag 2023:196). Underlag: indexversion"
    )
    assert [fact.text for fact in outline.facts] == ["2026-11-22", "2027-11-22 (6 § lag 2023:196)", "3f2a"]


def test_the_parts_that_the_description_lacks_are_named() -> None:
    missing = outline_plan(PLAN).missing
    assert missing is not None
    assert missing.text == "analys, kartläggning"


def test_a_problem_has_its_sections_in_one_order() -> None:
    (problem,) = outline_plan(PLAN).problems
    assert problem.heading == "1. Torget"
    assert [section.key for section in problem.sections] == [
        *("passages", "details", "cause", "goal", "measures", "experts"),
    ]


def test_place_group_and_time_are_the_municipalitys_words_or_a_question() -> None:
    (rows,) = section(PLAN, "details").blocks
    assert isinstance(rows, Rows)
    assert [(row.label, row.text) for row in rows.rows] == [
        ("Plats", "torget; parken"),
        ("Grupp", "Framgår inte. Vilka gör det, och vilka drabbas?"),
        ("Tid", "Framgår inte. När händer det, och sedan när?"),
    ]


def test_a_cause_that_is_not_told_is_asked_for() -> None:
    assert section(PLAN, "cause").blocks == (Items(("Ingen vuxen är där.",), is_told=True),)
    assert section(with_problem(causes=()), "cause").blocks == (
        Sentence(SWEDISH.no_cause),
        Items(("Vad säger skolan?",), is_told=False),
    )


def test_what_is_known_of_a_measure_stands_in_rows() -> None:
    (suggestions,) = section(PLAN, "measures").blocks
    assert isinstance(suggestions, Suggestions)
    assert {row.key: row.text for row in suggestions.all[0].rows} == {
        "evidence": "svag (trygghet). Enstaka studier.",
        "run_by": "civilsamhälle, polis",
        "requires": "En samordnare; Tio vuxna",
        "lacking": "En samordnare",
        "cost": "Arbetstid",
        "responsible": "Fylls i av kommunen.",
        "indicators": "Antal kvällar; Andel trygga",
        "sources": "Brå 2020: Om vandring",
    }


def test_a_work_plan_tells_who_does_what_and_what_it_is_followed_up_by() -> None:
    (suggestions,) = section(with_problem(measures=(WORKED,)), "measures").blocks
    assert isinstance(suggestions, Suggestions)
    told_of = {row.key: row.text for row in suggestions.all[0].rows}
    assert told_of["evidence"] == "svag, minskar · mycket låg säkerhet (trygghet). Enstaka studier."
    assert told_of["cost"] == "Arbetstid (priser 2025)"
    assert told_of["time_to_start"] == "en månad"
    first = "Samordnaren, vecka 1: ringer föreningarna. Tar: en dag. Beslut: nämnden ger uppdraget."
    assert told_of["steps"] == f"{first}; Gå ut."
    assert told_of["responsible"] == "Samordnaren (vecka 1)"
    told = "Antal kvällar. Källa: föreningen. Första mätning: före start. Mål: fler. Ansvarig: samordnaren"
    assert told_of["indicators"] == told


def test_an_effect_that_is_not_known_has_no_certainty() -> None:
    measure = replace(WORKED, effect="inte känt", rating="oklar")
    (suggestions,) = section(with_problem(measures=(measure,)), "measures").blocks
    assert isinstance(suggestions, Suggestions)
    assert suggestions.all[0].rows[0].text == "oklar, effekten är inte känd (trygghet). Enstaka studier."


def test_gaps_and_what_is_advised_against_follow_the_methods() -> None:
    (suggestions,) = section(PLAN, "measures").blocks
    assert isinstance(suggestions, Suggestions)
    assert [(other.kind, other.lead, other.text) for other in suggestions.all[1:]] == [
        ("gap", "Stölder av båtmotorer", "Ingen metod är känd."),
        ("avoid", "Avråds: Skrämselprogram", "Ökar brotten."),
    ]


def test_where_no_measure_is_left_it_is_said() -> None:
    assert section(with_problem(measures=()), "measures").blocks[0] == Sentence("Ingen åtgärd är vald.")


def test_an_expert_is_told_of_with_free_days_and_the_way_in() -> None:
    (experts,) = section(PLAN, "experts").blocks
    assert isinstance(experts, Experts)
    assert [told for told, _ in experts.experts] == ["Rådgivare, Brå. Ledig 2026-11-22–2026-12-01. Vägen in:"]
    assert [section.key for section in outline_plan(with_problem(experts=())).problems[0].sections][-1] == "measures"


def test_the_labels_are_in_the_language_asked_for() -> None:
    outline = outline_plan(PLAN, "en")
    assert outline.heading == "Draft action plan, Borås"
    assert [section.heading for section in outline.problems[0].sections][:2] == [ENGLISH.passages, ENGLISH.details]


@pytest.mark.parametrize("labels", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_every_label_has_words(labels: object) -> None:
    assert [field.name for field in fields(SWEDISH) if not getattr(labels, field.name).strip()] == []


def test_one_day_that_an_expert_is_free_is_told_as_a_day() -> None:
    expert = replace(EXPERT, free=((date(2027, 3, 1), date(2027, 3, 1)), (date(2027, 3, 4), date(2027, 3, 9))))
    (experts,) = section(with_problem(experts=(expert,)), "experts").blocks
    assert isinstance(experts, Experts)
    assert "2027-03-01, 2027-03-04–2027-03-09." in experts.experts[0][0]


def test_an_expert_whose_organisation_has_said_nothing_is_to_be_asked_for_time() -> None:
    (block,) = section(with_problem(experts=(replace(EXPERT, free=()),)), "experts").blocks
    assert isinstance(block, Experts)
    assert block.experts[0][0] == f"Rådgivare, Brå. {SWEDISH.ask_for_time} Vägen in:"


def test_a_made_up_expert_is_marked_and_has_no_way_in() -> None:
    (block,) = section(with_problem(experts=(replace(EXPERT, way_in="", demo=True),)), "experts").blocks
    assert isinstance(block, Experts)
    assert block.experts[0][0] == "Påhittad, för demonstration: Rådgivare, Brå. Ledig 2026-11-22–2026-12-01."
