"""A request for help matched: problems, methods and experts, most of it on the shipped content."""

import pytest

from kb.documents import Expert, Guidance
from kb.errors import QueryRejected
from kb.matching.help_request import HelpRequest
from kb.matching.match import Match, ProblemMatch
from kb.matching.matcher import Matcher
from kb.problems.adjust import Adjustment
from kb.problems.problem import make_area_problem
from kb.search.describe import Hit
from kb.search.searcher import Searcher
from kb.text.words import normalize
from tests.builders import TODAY
from tests.kb.matching.two_areas import ANYBODY, BORAS, FIRE, MARCH, drugs_expert, fire_expert, open_two_areas

DESCRIPTION = """# Lägesbild Exby

Exby har 12 000 invånare och ligger vid en sjö.

## Narkotika

Unga säljer narkotika öppet på torget, mest på kvällar och helger. Kontakt: 070-174 06 71.

Boende hittar sprutor i parken bakom stationen. Nils, 640823-3234, misstänks för narkotikaförsäljning.

## Bränder

Någon tänder eld på papperskorgar och containrar vid skolan nästan varje vecka.
"""


@pytest.fixture(scope="module")
def found(searcher: Searcher) -> Match:
    return Matcher(searcher, ANYBODY, TODAY).match(DESCRIPTION)


def problem_on(found: Match, slug: str) -> ProblemMatch:
    return next(match for match in found.problems if match.problem.areas[0].slug == slug)


def test_each_problem_gets_its_own_methods(found: Match) -> None:
    fires = problem_on(found, "anlagda-brander")
    assert [unit.heading for unit in fires.problem.units] == ["Bränder"]
    assert "anlagda-brander" in [hit.document.slug for hit in fires.methods.suggested]
    assert len(found.problems) >= 2


def test_personal_data_is_masked_before_anything_reads_the_text(found: Match) -> None:
    assert found.reading.masked == {"personnummer": 1, "telefon": 1, "namn": 1}
    told = repr(found)
    assert "640823" not in told
    assert "174 06 71" not in told
    assert "[personnummer]" in told


def test_what_is_shown_has_a_reason_that_quotes_the_description_and_the_document(
    found: Match, searcher: Searcher
) -> None:
    n_reasons = 0
    for match in found.problems:
        described = match.problem.text
        experts = (*match.experts.suggested, *match.experts.busy)
        hits: list[Hit[Guidance] | Hit[Expert]] = [*match.methods.shown, *(expert.hit for expert in experts)]
        for hit in hits:
            reason, slug = match.reasons.give(hit), hit.document.slug
            indexes = searcher.snapshot.indexes
            passages = (indexes.experts if slug in searcher.snapshot.experts else indexes.guidance).passages
            assert reason.description_passage in described
            told = [hit.document.summary, *(passage.text for passage in passages if passage.slug == slug)]
            assert any(reason.document_passage.text in text for text in told)
            assert all(term in normalize(reason.description_passage) for term in reason.shared_terms)
            n_reasons += 1
    assert n_reasons >= 4


def test_every_method_shown_tells_what_it_requires(found: Match) -> None:
    for match in found.problems:
        assert set(match.requirements) == {hit.document.slug for hit in match.methods.shown}


def test_what_is_advised_against_is_never_suggested(found: Match) -> None:
    assert not any(hit.document.is_advised_against for match in found.problems for hit in match.methods.suggested)


def test_a_description_of_something_else_has_no_problems_but_the_nearest_topics(searcher: Searcher) -> None:
    found = Matcher(searcher, ANYBODY, TODAY).match("Asdfgh qwerty zxcvbn poiuyt.")
    assert (found.problems, len(found.topics)) == ((), 3)
    assert (found.reading.masked, found.help_request, found.today) == ({}, ANYBODY, TODAY)
    assert found.snapshot_id == searcher.snapshot.manifest.id


def test_a_description_without_a_word_is_rejected(searcher: Searcher) -> None:
    with pytest.raises(QueryRejected, match="no word in it"):
        Matcher(searcher, ANYBODY, TODAY).match("?!")


def test_a_long_description_is_matched_whole(searcher: Searcher) -> None:
    paragraph = "Unga säljer narkotika öppet på torget, mest på kvällar och helger. " * 5
    text = "\n\n".join(f"{paragraph} Vecka {week}." for week in range(80))
    assert len(text) > 20_000
    (match, *_) = Matcher(searcher, ANYBODY, TODAY).match(text).problems
    assert len({unit.block for unit in match.problem.units}) > 60


def test_the_problems_are_those_of_the_user_and_the_rest_is_as_before(found: Match, searcher: Searcher) -> None:
    merged = tuple(sorted(unit.position for match in found.problems for unit in match.problem.units))
    again = Matcher(searcher, ANYBODY, TODAY).match(found.reading.text, [Adjustment("Allt på torget", merged)])
    (match,) = again.problems
    assert match.problem.title == "Allt på torget"
    assert tuple(p.position for p in match.problem.units) == merged
    assert (again.reading.statute, again.topics) == (found.reading.statute, found.topics)
    assert again.reading.text == found.reading.text
    assert again.reading.masked == {}


def test_the_steps_of_a_match_are_told(searcher: Searcher) -> None:
    told: list[tuple[str, int, int]] = []
    text = "Någon tänder eld på papperskorgar vid skolan.\n\nÄldre luras på pengar i telefon."
    Matcher(searcher, ANYBODY, TODAY).match(text, progress=lambda *step: told.append(step))
    assert told[-3:] == [("matching", 0, 2), ("matching", 1, 2), ("matching", 2, 2)]
    assert [step for step, _, _ in told[:-3]] == ["masking", "masking", "splitting", "splitting"]


def test_who_may_not_be_asked_is_told_once_and_matched_to_nothing() -> None:
    far, own = fire_expert("far", counties=("25",)), fire_expert("own", conflict_municipalities=("1490",))
    searcher = open_two_areas(own, far, fire_expert("near"))
    found = Matcher(searcher, HelpRequest(municipality=BORAS, period=MARCH), TODAY).match(FIRE)
    assert [(e.expert.slug, e.constraint) for e in found.excluded] == [("far", "reach"), ("own", "conflict")]
    assert [match.hit.document.slug for match in found.problems[0].experts.everyone] == ["near"]


def test_a_problem_area_is_matched_in_its_own_words() -> None:
    searcher = open_two_areas(fire_expert("f"), drugs_expert("d"))
    problem = make_area_problem(searcher.snapshot.problem_areas["narkotika"])
    (match,) = Matcher(searcher, ANYBODY, TODAY).match_problems([problem])
    assert (match.problem.title, match.problem.areas[0].slug) == ("Knark", "narkotika")
    assert [found.hit.document.slug for found in match.experts.everyone] == ["d"]
