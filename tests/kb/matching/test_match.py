"""A description to problems, methods and experts, on the shipped content."""

from datetime import date

import pytest

from kb.documents import Period
from kb.errors import QueryRejected
from kb.matching.help_request import HelpRequest
from kb.matching.match import Match, ProblemMatch, match_description
from kb.problems.adjust import Adjustment
from kb.search.searcher import Searcher
from kb.text.words import normalize
from tests.builders import TODAY

PERIOD = Period(date(2027, 1, 1), date(2027, 3, 31))
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
    return match_description(DESCRIPTION, HelpRequest(municipality=None, period=PERIOD), TODAY, searcher)


def problem_on(found: Match, slug: str) -> ProblemMatch:
    return next(match for match in found.problems if match.problem.areas[0].slug == slug)


def test_each_problem_gets_its_own_methods(found: Match) -> None:
    fires = problem_on(found, "anlagda-brander")
    assert [paragraph.heading for paragraph in fires.problem.paragraphs] == ["Bränder"]
    assert "anlagda-brander" in [hit.document.slug for hit in fires.methods.suggested]
    assert len(found.problems) >= 2


def test_personal_data_is_masked_before_anything_reads_the_text(found: Match) -> None:
    assert found.masked == {"personnummer": 1, "telefon": 1, "namn": 1}
    told = repr(found)
    assert "640823" not in told
    assert "174 06 71" not in told
    assert "[personnummer]" in told


def test_a_reason_quotes_the_description_and_the_document(found: Match, searcher: Searcher) -> None:
    n_reasons = 0
    for match in found.problems:
        described = [paragraph.text for paragraph in match.problem.paragraphs]
        for slug, reason in match.reasons.items():
            collection = "experts" if slug in searcher.snapshot.experts else "guidance"
            passages = searcher.snapshot.indexes[collection].passages
            assert reason.description_passage in described
            assert reason.document_passage.text in [passage.text for passage in passages if passage.slug == slug]
            assert all(term in normalize(reason.description_passage) for term in reason.shared_terms)
            n_reasons += 1
    assert n_reasons >= 4


def test_everything_shown_has_a_reason(found: Match) -> None:
    for match in found.problems:
        methods = (*match.methods.suggested, *match.methods.advised_against, *match.methods.gaps)
        shown = [hit.document.slug for hit in methods]
        shown += [expert.hit.document.slug for expert in (*match.experts.free, *match.experts.busy)]
        assert set(match.reasons) == set(shown)


def test_what_is_advised_against_is_never_suggested(found: Match) -> None:
    assert not any(hit.document.is_advised_against for match in found.problems for hit in match.methods.suggested)


def test_a_description_of_something_else_has_no_problems_but_the_nearest_topics(searcher: Searcher) -> None:
    request = HelpRequest(municipality=None, period=PERIOD)
    found = match_description("Asdfgh qwerty zxcvbn poiuyt.", request, TODAY, searcher)
    assert found.problems == ()
    assert len(found.topics) == 3
    assert (found.masked, found.request, found.snapshot_id) == ({}, request, searcher.snapshot.manifest.id)


def test_a_description_without_a_word_is_rejected(searcher: Searcher) -> None:
    with pytest.raises(QueryRejected, match="no word in it"):
        match_description("?!", HelpRequest(municipality=None, period=PERIOD), TODAY, searcher)


def test_a_long_description_is_matched_whole(searcher: Searcher) -> None:
    paragraph = "Unga säljer narkotika öppet på torget, mest på kvällar och helger. " * 5
    text = "\n\n".join(f"{paragraph} Vecka {week}." for week in range(80))
    assert len(text) > 20_000
    (match, *_) = match_description(text, HelpRequest(municipality=None, period=PERIOD), TODAY, searcher).problems
    assert len(match.problem.paragraphs) == 80


def test_the_problems_are_those_of_the_user_and_the_rest_is_as_before(found: Match, searcher: Searcher) -> None:
    merged = tuple(sorted(p.position for match in found.problems for p in match.problem.paragraphs))
    again = match_description(
        found.text,
        HelpRequest(municipality=None, period=PERIOD),
        TODAY,
        searcher,
        [Adjustment("Allt på torget", merged)],
    )
    (match,) = again.problems
    assert match.problem.title == "Allt på torget"
    assert tuple(p.position for p in match.problem.paragraphs) == merged
    assert {hit.document.slug for hit in match.methods.suggested} <= set(match.reasons)
    assert (again.statute, again.topics, again.text) == (found.statute, found.topics, found.text)
    assert (found.masked, again.masked) == ({"personnummer": 1, "telefon": 1, "namn": 1}, {})
