"""A match to a team, with reasons and alternates."""

from datetime import date
from typing import Any

import pytest

from kb.documents import Booked, Expert, Period
from kb.matching.help_request import HelpRequest
from kb.matching.matcher import Matcher
from kb.staffing.capacity import ASSUMED_HOURS_PER_MONTH
from kb.staffing.form_team import TeamProposal, form_team
from tests.builders import TODAY
from tests.kb.matching.two_areas import (
    ANYBODY,
    BORAS,
    DRUGS,
    FIRE,
    MARCH,
    MATCH,
    NOTHING,
    both_expert,
    drugs_expert,
    fire_expert,
    open_two_areas,
)

BOTH = f"{FIRE}\n\n{DRUGS}"


def form(*experts: Expert, text: str = BOTH, **options: Any) -> TeamProposal:
    matcher = Matcher(open_two_areas(*experts), options.pop("help_request", ANYBODY), TODAY)
    return form_team(matcher.match(text), **options)


def members_of(team: TeamProposal) -> dict[str, tuple[int, ...]]:
    return {member.expert.slug: member.problems for member in team.members}


def test_one_who_works_with_both_is_the_team_where_neither_is_the_main_field_of_another() -> None:
    aside = drugs_expert("d", problem_areas=("brand", "narkotika"))
    team = form(fire_expert("f"), aside, both_expert("b", hours_per_month=16))
    assert members_of(team) == {"b": (0, 1)}
    assert [[match.hit.document.slug for match in problem.alternates] for problem in team.problems] == [
        ["d", "f"],
        ["d"],
    ]
    assert team.is_proved


def test_a_problem_goes_to_who_has_it_as_the_main_field_though_it_takes_one_more() -> None:
    team = form(drugs_expert("d"), both_expert("b", hours_per_month=16))
    assert members_of(team) == {"b": (0,), "d": (1,)}


def test_where_the_askers_choices_rule_out_who_works_with_it_that_is_said() -> None:
    request = HelpRequest(municipality=None, period=MARCH, language="en")
    assert [p.uncovered for p in form(fire_expert("f"), text=FIRE, help_request=request).problems] == ["ruled_out"]


def test_hours_decide_how_many_it_takes() -> None:
    aside = drugs_expert("d", problem_areas=("brand", "narkotika"))
    team = form(fire_expert("f"), aside, both_expert("b", hours_per_month=15), hours=8)
    assert len(team.members) == 2  # 8 + 8 hours are more than 15
    (member,) = form(both_expert("b", hours_per_month=15), hours=7.5).members
    assert member.hours == 7.5 + 7.5
    assert member.free_hours == pytest.approx(15)


def test_each_taken_problem_has_its_reason_and_its_match() -> None:
    team = form(fire_expert("f", summary="Hjälper när någon tänder eld"), text=FIRE)
    (problem,) = team.problems
    assert problem.expert
    assert problem.reason
    assert problem.expert.support.match == pytest.approx(MATCH)
    assert problem.reason.description_passage == FIRE
    assert problem.uncovered is None


def test_who_is_away_throughout_has_no_hours_and_is_not_chosen() -> None:
    away = fire_expert("away", unavailable=(Period(date(2027, 2, 1), date(2027, 4, 30)),))
    team = form(away, drugs_expert("d"))
    assert members_of(team) == {"d": (1,)}
    assert [problem.uncovered for problem in team.problems] == ["no_capacity", None]


def test_who_has_said_nothing_of_its_time_is_counted_with_a_little_and_says_so() -> None:
    (member,) = form(fire_expert("f", availability=None), text=FIRE).members
    assert member.free_hours == 0
    assert member.assumed_hours == pytest.approx(ASSUMED_HOURS_PER_MONTH)
    assert form(fire_expert("f", availability=None), text=FIRE, hours=9).members == ()


def test_of_two_who_are_equally_good_the_one_known_to_have_time_takes_it() -> None:
    experts = fire_expert("a", availability=None), fire_expert("b")
    assert members_of(form(*experts, text=FIRE)) == {"b": (0,)}
    made_up = fire_expert("a", availability=None), fire_expert("b", demo=True)
    assert "known time" not in [stage.goal for stage in form(*made_up, text=FIRE).stages]


def test_who_may_not_advise_the_municipality_is_neither_member_nor_alternate() -> None:
    own, far = fire_expert("own", conflict_municipalities=("1490",)), fire_expert("far", counties=("25",))
    team = form(own, far, fire_expert("f"), text=FIRE, help_request=HelpRequest(municipality=BORAS, period=MARCH))
    assert members_of(team) == {"f": (0,)}
    assert team.problems[0].alternates == ()


def test_a_problem_that_nobody_matches_is_named() -> None:
    team = form(fire_expert("f"))
    assert [(problem.match.problem.title, problem.uncovered) for problem in team.problems] == [
        ("Eld", None),
        ("Knark", "no_match"),
    ]
    assert form(fire_expert("f"), text=FIRE, min_match=0.7).problems[0].uncovered == "no_match"


def test_a_description_about_nothing_has_no_team_but_the_nearest_areas() -> None:
    team = form(fire_expert("f"), text=NOTHING)
    assert (team.problems, team.members) == ((), ())
    assert {topic.slug for topic in team.match.topics} == {"brand", "narkotika"}


def test_the_team_tells_what_it_was_made_from() -> None:
    team = form(text=f"{FIRE} Ring 070-174 06 71.", hours=5, min_match=0.4)
    assert (team.hours, team.min_match, team.match.help_request, team.match.snapshot_id) == (5, 0.4, ANYBODY, "small")
    assert team.match.reading.masked == {"telefon": 1}


def test_an_expert_whose_hours_others_have_booked_is_no_member() -> None:
    booked = (Booked(MARCH.first, MARCH.last, 9, "another case"),)
    team = form(fire_expert("f", booked=booked, parallel_cases=2), fire_expert("g"), text=FIRE, hours=8)
    assert members_of(team) == {"g": (0,)}
    busy = form(fire_expert("f", booked=booked, parallel_cases=1), text=FIRE, hours=1)
    assert members_of(busy) == {}
