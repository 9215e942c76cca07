"""Experts for one case: those who match most of what it asks help with come first, and who may not be asked is told."""

from datetime import date

from kb.documents import Booked, Expert
from kb.matching.help_request import HelpRequest
from kb.matching.matcher import Matcher
from kb.staffing.case_experts import CaseExperts, CaseWish, find_case_experts
from tests.builders import TODAY
from tests.kb.matching.two_areas import BORAS, DRUGS, FIRE, MARCH, drugs_expert, fire_expert, open_two_areas

BOTH = (CaseWish("brand", FIRE), CaseWish("knark", DRUGS))


def find(*experts: Expert, wishes: tuple[CaseWish, ...] = BOTH) -> CaseExperts:
    searcher = open_two_areas(*experts)
    return find_case_experts(wishes, Matcher(searcher, HelpRequest(municipality=BORAS, period=MARCH), TODAY))


def test_an_expert_is_told_with_each_problem_that_it_matches_and_why() -> None:
    found = find(fire_expert("f"), drugs_expert("d"))
    by_slug = {one.expert.slug: one for one in found.candidates}
    assert by_slug.keys() == {"f", "d"}
    assert [reason.title for reason in by_slug["f"].reasons] == ["Eld"]
    assert by_slug["f"].reasons[0].reason.description_passage
    assert by_slug["f"].match == by_slug["f"].reasons[0].support.match / 2


def test_a_problem_without_words_is_matched_by_its_area_and_one_without_either_by_nothing() -> None:
    wishes = (CaseWish("brand", ""), CaseWish("brand", "12 34 !?"), CaseWish("finns-inte", "12 34"))
    found = find(fire_expert("f"), wishes=wishes)
    assert [len(one.reasons) for one in found.candidates] == [2]


def test_who_may_not_be_asked_is_told_with_the_constraint_and_is_no_candidate() -> None:
    found = find(fire_expert("f", conflict_municipalities=(BORAS.code,)), drugs_expert("d"))
    assert [one.expert.slug for one in found.candidates] == ["d"]
    assert [(one.expert.slug, one.constraint) for one in found.excluded] == [("f", "conflict")]


def test_who_matches_nothing_can_still_be_found() -> None:
    found = find(fire_expert("f"), drugs_expert("d"), wishes=(CaseWish("brand", FIRE),))
    assert [one.slug for one in found.others] == ["d"]


def test_a_case_that_tells_nothing_has_no_candidates() -> None:
    assert find(fire_expert("f"), wishes=()).candidates == ()


def test_what_is_booked_shows_in_who_is_free() -> None:
    spent = (Booked(date(2027, 3, 1), date(2027, 3, 31), 10, "a"),)
    free, busy = fire_expert("f"), fire_expert("g", booked=spent)
    found = find(free, busy, wishes=(CaseWish("brand", FIRE),))
    assert [(one.expert.slug, one.state) for one in found.candidates] == [("f", "free"), ("g", "busy")]
