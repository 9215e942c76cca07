"""Every word of the screens and errors is there in both languages."""

import re

import pytest

from api.languages import Language, load_strings
from kb.matching.match import CLARIFYING_QUESTIONS
from tests.root import ROOT

TEMPLATES = ROOT / "api" / "pages" / "templates"


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
