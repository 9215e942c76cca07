"""What is claimed has a source where it is claimed."""

import pytest

from indexer.checks.wording.claims import check_claims, find_figure
from tests.content_folder import ContentFolder, told

NAME = "guidance/sanering.md"


def claims(folder: ContentFolder, name: str = NAME) -> list[str]:
    return told(list(check_claims(folder.read())), folder.path / name)


def test_each_section_that_claims_needs_a_source_and_the_advising_ones_do_not(folder: ContentFolder) -> None:
    lines = [folder.line_of(NAME, f"## {name}") for name in ("Så fungerar den", "Evidens", "Exempel", "Juridik")]
    names = ["Så fungerar den", "Evidens", "Exempel", "Juridik"]
    assert claims(folder) == [
        f"{line}: section without a source; ## {name}; cite where it is from, [@id]"
        for line, name in zip(lines, names, strict=True)
    ]


@pytest.mark.parametrize(
    ("name", "old", "heading"),
    [
        ("problem-areas/klotter.md", "Ingen har räknat.", "## Fakta"),
        ("experts/radgivare.md", "Har hjälpt kommuner förr.", "## Bakgrund"),
    ],
)
def test_facts_of_areas_and_background_of_experts_are_claims(
    folder: ContentFolder, name: str, old: str, heading: str
) -> None:
    line = folder.line_of(name, heading)
    assert claims(folder, name) == [f"{line}: section without a source; {heading}; cite where it is from, [@id]"]
    folder.change(name, old, f"{old} [@bra-2024]")
    assert claims(folder, name) == []


def test_a_source_under_a_lower_heading_counts_for_the_section(folder: ContentFolder) -> None:
    folder.change(NAME, "## Evidens\n\nIngen har mätt.", "## Evidens\n\n### Effekt\n\nIngen har mätt. [@bra-2024]")
    assert not any("## Evidens" in line for line in claims(folder))


def test_a_list_item_with_a_year_needs_its_own_source(folder: ContentFolder) -> None:
    folder.change(NAME, "1. Räkna först.", "1. Räkna som Borås 2021. [@bra-2024]\n3. Räkna som Lund 2022.")
    line = folder.line_of(NAME, "Lund 2022")
    assert [told for told in claims(folder) if "figure" in told] == [
        f"{line}: figure or year without a source; '2022' in \"Räkna som Lund 2022.\"; cite where it is from, [@id]"
    ]


def test_a_citation_anywhere_in_the_paragraph_counts(folder: ContentFolder) -> None:
    folder.change(NAME, "Tid och en ansvarig.", "En undersökning 2021 [@bra-2024] såg\nfärre klotter, 30 procent.")
    assert not any("figure" in told for told in claims(folder))


def test_the_cells_of_a_table_row_share_their_source(folder: ContentFolder) -> None:
    folder.change(
        NAME, "Tid och en ansvarig.", "| år | källa |\n|---|---|\n| 2021 | ja [@bra-2024] |\n| 2022 | nej |\n"
    )
    assert [told.split(";")[1] for told in claims(folder) if "figure" in told] == [" '2022' in \"2022 nej\""]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Brotten minskade med 34 procent", "4 procent"),
        ("Ungefär 10% av fallen", "0%"),
        ("Tjugo procent höll i", "Tjugo procent"),
        ("Sedan 1998 finns den", "1998"),
        ("1 juli 2023", "2023"),
        ("Enligt lag (2023:196) och SOU 2016:94", None),
        ("prop. 2024/25:65 och förordning (2016:1201)", None),
        ("Mät i antal, inte i procent", None),
        ("Priset är 12023 kronor, eller 2 000", None),
        ("BoTryggt2030", None),
    ],
)
def test_what_a_percentage_or_a_year_is(text: str, figure: str | None) -> None:
    assert find_figure(text) == figure
