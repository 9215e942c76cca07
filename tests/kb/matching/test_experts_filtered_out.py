"""Where nobody is free for a problem: what of the request to ask otherwise, and how many there would be."""

from datetime import date

from kb.documents import Expert, Period
from kb.matching.help_request import HelpRequest
from kb.matching.matcher import Matcher
from kb.search.filtered_out import FilteredOut
from tests.builders import TODAY
from tests.kb.matching.two_areas import BORAS, FIRE, MARCH, drugs_expert, fire_expert, open_two_areas

ALL_MARCH = (Period(date(2027, 2, 15), date(2027, 4, 4)),)


def _find(help_request: HelpRequest, *experts: Expert) -> FilteredOut | None:
    (problem,) = Matcher(open_two_areas(*experts), help_request, TODAY).match(FIRE).problems
    return problem.experts_filtered_out


def test_each_choice_is_told_with_who_would_be_free_without_it() -> None:
    request = HelpRequest(municipality=BORAS, period=MARCH, language="sv")
    found = _find(
        request,
        fire_expert("far", counties=("25",)),
        fire_expert("farther", counties=("25",)),
        fire_expert("english", languages=("en",)),
        fire_expert("away", unavailable=ALL_MARCH),
    )
    assert found == FilteredOut(
        4, {"municipality": 2, "language": 1, "period": 1}, {"municipality": 2, "language": 1, "period": 1}
    )


def test_who_has_a_conflict_or_is_not_published_is_never_offered() -> None:
    request = HelpRequest(municipality=BORAS, period=MARCH, form="på plats")
    own = fire_expert("own", conflict_municipalities=("1490",), counties=("25",))
    withdrawn = fire_expert("withdrawn", publication_withdrawn=TODAY)
    assert _find(request, own, withdrawn) is None
    assert _find(request, own, withdrawn, fire_expert("digital")) == FilteredOut(1, {"form": 1}, {"form": 1})


def test_where_no_expert_is_good_at_the_problem_no_choice_is_the_cause() -> None:
    assert _find(HelpRequest(municipality=BORAS, period=MARCH), drugs_expert("d", counties=("25",))) is None


def test_where_somebody_is_free_nothing_is_told() -> None:
    request = HelpRequest(municipality=BORAS, period=MARCH)
    assert _find(request, fire_expert("near"), fire_expert("far", counties=("25",))) is None


def test_choices_that_rule_somebody_out_together_are_both_told() -> None:
    request = HelpRequest(municipality=None, period=MARCH, form="på plats", language="en")
    assert _find(request, fire_expert("digital")) == FilteredOut(1, {}, {"form": 1, "language": 1})
