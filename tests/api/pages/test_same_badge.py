"""A method has the same evidence for a problem area wherever it is shown: in a match, a plan, on the area's page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from kb.badge import find_badge
from kb.documents import Guidance, Period
from kb.matching.help_request import HelpRequest
from kb.matching.match import Match
from kb.matching.matcher import Matcher
from kb.overview.method_list import MethodQuery, list_methods
from kb.plans.draft import draft_plan
from kb.problems.problem import make_area_problem
from kb.search.searcher import Searcher
from kb.vocabulary import ASSESSED_KINDS
from tests.builders import TODAY

pytestmark = pytest.mark.slow
_CARD = re.compile(r'href="/vagledning/([a-z0-9-]+)">(?:(?!href="/vagledning/).)*?data-rating="(\w+)"', re.S)
REQUEST = HelpRequest(municipality=None, period=Period(TODAY, TODAY + timedelta(days=90)))


@pytest.fixture(scope="module")
def match(searcher: Searcher) -> Match:
    """A match of every problem area in the words of the taxonomy."""
    matcher = Matcher(searcher, REQUEST, TODAY)
    problems = [make_area_problem(area) for area in searcher.snapshot.problem_areas.values()]
    return replace(matcher.match("Klotter på skolan varje helg."), problems=matcher.match_problems(problems))


def _list_pairs(searcher: Searcher) -> Iterator[tuple[Guidance, str]]:
    for document in searcher.snapshot.guidance.values():
        if document.kind in ASSESSED_KINDS:
            yield from ((document, area) for area in document.primary_areas)


def test_the_page_of_an_area_shows_each_methods_badge_for_it(searcher: Searcher, client: TestClient) -> None:
    pages = {slug: client.get(f"/problemomrade/{slug}").text for slug in searcher.snapshot.problem_areas}
    shown = {slug: dict(_CARD.findall(page.split('id="metoder"')[1])) for slug, page in pages.items()}
    for document, area in _list_pairs(searcher):
        badge = find_badge(document, area)
        assert badge
        assert shown[area][document.slug] == (badge.problem_rating or "ingen"), (document.slug, area)


def test_a_list_of_methods_rates_them_so(searcher: Searcher) -> None:
    guidance = searcher.snapshot.guidance.values()
    for document, area in _list_pairs(searcher):
        badge = find_badge(document, area)
        assert badge
        assert list_methods(guidance, MethodQuery(area)).rate(document) == badge.problem_rating


def test_a_match_and_the_plan_made_of_it_have_the_same_badge(searcher: Searcher, match: Match) -> None:
    n_compared = 0
    for problem, planned in zip(match.problems, draft_plan(match).problems, strict=True):
        for measure in planned.measures:
            badge = find_badge(searcher.snapshot.guidance[measure.slug], planned.area)
            assert badge == problem.methods.badges[measure.slug]
            assert badge
            told = (badge.outcome, badge.rating, badge.is_about_problem)
            assert (measure.outcome, measure.rating, measure.is_about_problem) == told
            n_compared += 1
    assert n_compared > len(match.problems)


def test_the_kinds_that_were_told_wrong_before(searcher: Searcher) -> None:
    guidance = searcher.snapshot.guidance
    told = {
        (slug, area): badge.outcome
        for slug, area in [
            ("belysning", "stold-inbrott"),
            ("belysning", "otrygghet"),
            ("gvi-sluta-skjut", "grovt-vald"),
            ("grannsamverkan", "stold-inbrott"),
            ("ansvarsfull-alkoholservering", "krogvald"),
        ]
        if (badge := find_badge(guidance[slug], area))
    }
    assert told == {
        ("belysning", "stold-inbrott"): "Brott totalt och egendomsbrott",
        ("belysning", "otrygghet"): "Otrygghet i mörker",
        ("gvi-sluta-skjut", "grovt-vald"): "Grovt våld, internationella studier av metodfamiljen",
        ("grannsamverkan", "stold-inbrott"): "Brott i området",
        ("ansvarsfull-alkoholservering", "krogvald"): "Polisanmält våld vid krogar och på helgnätter",
    }
