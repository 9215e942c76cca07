"""A paragraph is written once, unless its wording is allowed."""

from indexer.checks.wording.near_duplicates import check_near_duplicates
from tests.content_folder import ContentFolder

SANERING, FALTARBETE = "guidance/sanering.md", "guidance/faltarbete.md"
CAVEAT = "Den som är skyldig att anmäla ska genast göra det när ett barn misstänks fara illa."


def faults(folder: ContentFolder, *allowed: str) -> list[tuple[str, int, str, str]]:
    folder.add("editorial/alike-allowed.csv", "\n".join(["text,why,reviewed", *allowed, ""]))
    found = check_near_duplicates(folder.read())
    return [(fault.path.name, fault.line, fault.fault, fault.value) for fault in found]


def write_twice(folder: ContentFolder) -> None:
    folder.change(FALTARBETE, "Tid och en ansvarig.", CAVEAT)
    folder.change(SANERING, "Inget särskilt.", CAVEAT)


def test_a_pair_is_shown_under_any_heading_with_both_places_and_its_likeness(folder: ContentFolder) -> None:
    write_twice(folder)
    other = f"{folder.path / FALTARBETE}:{folder.line_of(FALTARBETE, CAVEAT)}"
    assert faults(folder) == [
        (
            "sanering.md",
            folder.line_of(SANERING, CAVEAT),
            "near-duplicate paragraph",
            f'100% as {other}: "{CAVEAT}"',
        )
    ]


def test_allowed_wording_is_not_told(folder: ContentFolder) -> None:
    write_twice(folder)
    assert faults(folder, f"{CAVEAT},lagens krav,2026-11-22") == []


def test_a_row_that_allows_what_stands_in_one_document_is_a_fault(folder: ContentFolder) -> None:
    folder.change(FALTARBETE, "Tid och en ansvarig.", CAVEAT)
    assert faults(folder, f"{CAVEAT},lagens krav,2026-11-22") == [
        ("alike-allowed.csv", 2, "allowed wording is in fewer than two documents", CAVEAT)
    ]


def test_a_row_needs_a_day_of_review_that_has_been(folder: ContentFolder) -> None:
    write_twice(folder)
    for reviewed in ("2026-11-23", "nyss"):
        assert faults(folder, f"{CAVEAT},lagens krav,{reviewed}") == [
            ("alike-allowed.csv", 2, "no day of review", reviewed)
        ]
