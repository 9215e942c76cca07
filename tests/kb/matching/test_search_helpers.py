"""Who can help with a search: from its question, with the reason, nobody for what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from kb.matching.search_helpers import SearchHelper, find_search_helpers
from kb.search.answer import Page
from kb.search.searcher import Searcher
from tests.builders import TODAY

FIRST = Page(filters={}, first=0, n=10)


def _find(searcher: Searcher, text: str, page: Page = FIRST, today: date = TODAY) -> tuple[SearchHelper, ...]:
    question = searcher.ask_guidance(text)
    return find_search_helpers(question, searcher.answer_guidance(question, page), searcher, today)


def _slugs(helpers: tuple[SearchHelper, ...]) -> list[str]:
    return [helper.match.hit.document.slug for helper in helpers]


@pytest.mark.parametrize("text", ["unga rekryteras till gäng", "snatteri", "ungar som kör epa på torget"])
def test_a_short_question_finds_a_few_people_who_work_with_it(searcher: Searcher, text: str) -> None:
    helpers = _find(searcher, text)
    assert 2 <= len(helpers) <= 3
    for helper in helpers:
        assert helper.reason.description_passage == text
        sections = " ".join(section.text for section in helper.match.hit.document.sections)
        assert helper.reason.document_passage.text in f"{sections} {helper.match.hit.document.summary}"


def test_who_helps_is_the_same_on_every_page_and_under_every_filter(searcher: Searcher) -> None:
    whole = _slugs(_find(searcher, "unga rekryteras till gäng"))
    for page in (replace(FIRST, first=10), replace(FIRST, filters={"setting": ["trafik"]}), replace(FIRST, n=1)):
        assert _slugs(_find(searcher, "unga rekryteras till gäng", page)) == whole


def test_what_is_refused_leads_to_nobody(searcher: Searcher) -> None:
    assert _find(searcher, "vilken temperatur har solens yta") == ()


def test_nobody_is_shown_past_the_publication(searcher: Searcher) -> None:
    assert _find(searcher, "unga rekryteras till gäng", today=date(2099, 1, 1)) == ()
