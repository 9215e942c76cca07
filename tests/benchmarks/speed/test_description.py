"""The description that speed is measured on: fifteen pages, the same as text and as a Word file."""

from benchmarks.speed.description import N_WORDS, make_description, make_word_file
from kb.reading.read import read_description


def test_it_is_made_of_whole_paragraphs_and_as_long_as_fifteen_pages() -> None:
    text = make_description()
    last = len(text.split("\n\n")[-1].split())
    assert N_WORDS <= len(text.split()) < N_WORDS + last


def test_the_word_file_says_what_the_text_says() -> None:
    text = "# Lägesbild\n\nBilar brinner på torget.\n\n## Orsaker\n\nDet är mörkt."
    assert read_description(make_word_file(text), "a.docx") == text
