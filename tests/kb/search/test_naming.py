"""What documents are named by: the words of their titles, their headings, and how they are asked for."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from indexer.content.read_content import read_content
from kb.documents import Guidance, Phrasings
from kb.search.naming import Naming, make_naming
from kb.search.searcher import Searcher
from kb.text.analysis import stem
from kb.text.stop_words import STOP_WORDS
from kb.text.words import find_words
from tests.builders import TODAY, make_area, make_guidance, make_section
from tests.root import ROOT

GENERAL = [make_guidance(f"other-{i}", f"Annat {i}", asked_as=Phrasings(("tid i skolan",), ())) for i in range(20)]
NAMING = make_naming(
    [
        make_guidance("bibliotek", "Trygghet på biblioteket", asked_as=Phrasings(("ordningsvakt i skolan",), ())),
        make_guidance("torg", "Torget", sections=(make_section("Så gör ni", "bröd"),), primary_areas=("droger",)),
        *GENERAL,
    ],
    [make_area("droger", "Droger", terms=("öppen drogscen",))],
)


def _find(text: str, naming: Naming = NAMING) -> list[int]:
    return [int(position) for position in naming.find_named(text).nonzero()[0]]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("bibliotek", 0),  # a word of a title, in another form
        ("är biblioteken en trygghet?", 0),
        ("ordningsvakter", 0),  # a telling word of how it is asked for
        ("ordningsvakter i skolor", 0),
        ("så gör ni", 1),  # a whole heading, though its words say nothing
        ("droger", 1),  # the title of a problem area, for what is first of all for it
        ("öppen drogscenen", 1),
    ],
)
def test_a_text_names_what_it_has_the_words_of(text: str, position: int) -> None:
    assert _find(text) == [position]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "och",  # a word of a title that says nothing
        "skola",  # in the names of more than a tenth of the documents
        "bröd",  # in a text alone
        "hur bakar jag bröd",
        "ordningsvakt på torget",  # words of two documents
        "ordningsvakt " * 41,  # too long for a name
    ],
)
def test_a_text_that_says_more_or_nothing_names_nothing(text: str) -> None:
    assert _find(text) == []


def test_a_whole_name_of_general_words_names_all_that_have_it() -> None:
    assert _find("tiden i skolan") == list(range(2, 22))


@pytest.mark.slow
def test_titles_headings_and_phrasings_of_the_content_are_names(searcher: Searcher) -> None:
    names = {name for document in searcher.guidance.documents for name in _list_names(document)}
    assert [name for name in sorted(names) if not searcher.naming.find_named(name).any()] == []


@pytest.mark.slow
def test_words_of_titles_are_names_in_every_form_that_the_content_has(searcher: Searcher) -> None:
    forms: dict[str, set[str]] = defaultdict(set)
    for word in searcher.snapshot.words:
        forms[stem(word)].add(word)
    told = {word.form for document in searcher.guidance.documents for word in find_words(document.title)} - STOP_WORDS
    every = sorted({form for word in told for form in forms[stem(word)]} - STOP_WORDS)
    assert [form for form in every if not searcher.naming.find_named(form).any()] == []


@pytest.mark.slow
def test_topics_without_an_answer_name_nothing(searcher: Searcher) -> None:
    outside = read_content(ROOT / "content", TODAY).outside
    assert [text for text in outside if searcher.naming.find_named(text).any()] == []


def _list_names(document: Guidance) -> Iterator[str]:
    yield document.title
    yield from (section.heading for section in document.sections)
    yield from (*document.asked_as.sv, *document.asked_as.en)
