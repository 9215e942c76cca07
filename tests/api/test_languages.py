"""Swedish unless English is preferred, and every word in both."""

import re

import pytest

from api.languages import Language, choose_language, load_strings
from kb.matching.match import CLARIFYING_QUESTIONS
from tests.root import ROOT

TEMPLATES = ROOT / "api" / "pages" / "templates"


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", "sv"),
        ("*", "sv"),
        ("de, fr;q=0.9", "sv"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("de, en;q=0.2", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("sv;q=0.5, en;q=0.9", "en"),
        ("sv ; q=0.5 , en ; Q=0.9", "en"),
        ("en;q=0.5,sv;q=0.5", "en"),
        ("en;q=0", "sv"),
        ("en;q=mycket", "sv"),
        ("english", "sv"),
        (";;,,;q=", "sv"),
    ],
)
def test_the_best_known_language_is_chosen(header: str, chosen: str) -> None:
    assert choose_language(header) == chosen


def test_both_languages_have_the_same_keys() -> None:
    assert list(load_strings("sv")) == list(load_strings("en"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_string_has_words(language: Language) -> None:
    assert [key for key, text in load_strings(language).items() if not text.strip()] == []


def test_the_strings_name_their_language() -> None:
    assert (load_strings("sv")["language"], load_strings("en")["language"]) == ("sv", "en")


def test_every_string_that_the_pages_show_exists() -> None:
    used = {key for page in TEMPLATES.glob("*.html") for key in re.findall(r"\bt\.(\w+)", page.read_text("utf-8"))}
    assert len(used) > 40
    assert used | set(CLARIFYING_QUESTIONS) <= set(load_strings("sv"))
