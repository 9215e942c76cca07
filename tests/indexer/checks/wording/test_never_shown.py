"""Words that are understood and never shown."""

from indexer.checks.wording.never_shown import check_never_shown
from tests.content_folder import ContentFolder, told

NAME = "problem-areas/klotter.md"


def hurtful(folder: ContentFolder) -> list[str]:
    folder.add("editorial/never-shown.csv", "words,why\nvandaler*,stämplar\n")
    return told(list(check_never_shown(folder.read())), folder.path / NAME)


def test_a_listed_word_in_the_text_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "Ingen har räknat.", "Här drar vandalerna fram.")
    line = folder.line_of(NAME, "vandalerna")
    assert hurtful(folder) == [
        f"{line}: word never to be shown; 'vandalerna' in \"Här drar vandalerna fram.\"; write it otherwise: stämplar"
    ]


def test_a_listed_word_in_a_shown_field_is_told(folder: ContentFolder) -> None:
    folder.change(NAME, "  - Vad händer?", "  - Vilka är vandalerna?")
    assert len(hurtful(folder)) == 1


def test_jargon_and_wordings_may_have_it(folder: ContentFolder) -> None:
    folder.change(NAME, "related:", "jargon:\n  - vandaler\nrelated:")
    folder.change(NAME, "- Klotter på skolans fasad varje vecka", "- vandaler på skolan")
    assert hurtful(folder) == []
