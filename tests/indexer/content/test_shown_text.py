"""Texts that a reader meets, and texts that nobody is shown."""

from indexer.content.shown_text import find_shown_texts
from tests.content_folder import ContentFolder


def texts(folder: ContentFolder, name: str) -> dict[str, int]:
    entry = next(entry for entry in folder.read().entries if entry.file.path == folder.path / name)
    return {shown.text: shown.line for shown in find_shown_texts(entry)}


def test_fields_headings_and_paragraphs_are_shown_each_with_its_line(folder: ContentFolder) -> None:
    name = "guidance/sanering.md"
    shown = texts(folder, name)
    assert shown["Snabb sanering av klotter"] == folder.line_of(name, "title:")
    assert shown["När problemet återkommer."] == folder.line_of(name, "När problemet återkommer.")
    assert shown["Följ upp"] == folder.line_of(name, "## Följ upp")
    assert shown["Handla sedan."] == folder.line_of(name, "2. Handla sedan.")


def test_jargon_wordings_and_titles_of_sources_are_not_shown(folder: ContentFolder) -> None:
    name = "problem-areas/klotter.md"
    folder.change(name, "related:", "jargon:\n  - kludd\nrelated:")
    shown = texts(folder, name)
    assert "Klotter" in shown
    assert not {"kludd", "Klotter på skolans fasad varje vecka", "En rapport", "Graffiti"} & set(shown)
