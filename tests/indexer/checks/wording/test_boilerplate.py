"""A section says something of its own."""

from indexer.checks.wording.boilerplate import check_boilerplate
from indexer.content.fault import Fault
from tests.content_folder import ContentFolder

SANERING, FALTARBETE = "guidance/sanering.md", "guidance/faltarbete.md"
LONG = "Kommunen äger frågan och utser den som håller ihop arbetet under hela den tid som det pågår."


def faults(folder: ContentFolder, fault: str) -> list[Fault]:
    folder.add("editorial/alike-allowed.csv", "text,why,reviewed\n")
    return [found for found in check_boilerplate(folder.read()) if found.fault == fault]


def test_a_section_of_eleven_words_is_too_short_and_of_twelve_is_not(folder: ContentFolder) -> None:
    eleven = "ett två tre fyra fem sex sju åtta nio tio elva"
    folder.change(SANERING, "Tid och en ansvarig.", eleven)
    folder.change(FALTARBETE, "Tid och en ansvarig.", f"{eleven} tolv")
    found = [f for f in faults(folder, "section too short") if "## Vad krävs" in f.value]
    assert [(f.path.name, f.line, f.value) for f in found] == [
        ("sanering.md", folder.line_of(SANERING, "## Vad krävs"), "## Vad krävs: 11 words"),
        ("skramsel.md", folder.line_of("guidance/skramsel.md", "## Vad krävs"), "## Vad krävs: 4 words"),
    ]


def test_the_parts_of_a_section_count_as_one(folder: ContentFolder) -> None:
    folder.change(SANERING, "Tid och en ansvarig.", f"### Tid\n\n{LONG}\n\n### Pengar\n\nLite.")
    assert not [f for f in faults(folder, "section too short") if f.value.startswith("## Vad") and "sanering" in str(f)]


def test_the_same_section_in_two_documents_is_told_at_the_second(folder: ContentFolder) -> None:
    for name in (FALTARBETE, SANERING):
        folder.change(name, "Tid och en ansvarig.", LONG)
    (found,) = faults(folder, "boilerplate section")
    assert (found.path.name, found.line) == ("sanering.md", folder.line_of(SANERING, "## Vad krävs"))
    assert found.value == f"## Vad krävs: 100% as in {folder.path / FALTARBETE}"


def test_the_same_text_under_two_headings_is_no_boilerplate_section(folder: ContentFolder) -> None:
    folder.change(SANERING, "Tid och en ansvarig.", LONG)
    folder.change(FALTARBETE, "Inget särskilt.", LONG)
    assert faults(folder, "boilerplate section") == []


def test_sections_of_a_guidance_document_and_of_an_area_are_not_compared(folder: ContentFolder) -> None:
    folder.change(SANERING, "Inga kända.", LONG)
    folder.change("problem-areas/klotter.md", "Ingen har räknat.", LONG)
    assert faults(folder, "boilerplate section") == []
