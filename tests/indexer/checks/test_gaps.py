"""Areas with too little to offer, and a list of those that are known.

In the small folder klotter has one method and one expert; narkotika has one method (the other is advised against) and
no expert.
"""

from dataclasses import replace
from datetime import date

import pytest

from indexer.checks.gaps import check_gaps
from tests.content_folder import ContentFolder

pytestmark = pytest.mark.day

KNOWN = ("klotter,metoder,skäl", "klotter,experter,skäl", "narkotika,metoder,skäl", "narkotika,experter,skäl")


def faults(folder: ContentFolder, *rows: str) -> list[tuple[str, int, str, str]]:
    folder.add("editorial/gaps.csv", "\n".join(["area,missing,why", *rows, ""]))
    return [(fault.path.name, fault.line, fault.fault, fault.value) for fault in check_gaps(folder.read())]


def test_every_gap_that_is_not_listed_is_told(folder: ContentFolder) -> None:
    assert faults(folder) == [
        ("klotter.md", 2, "area with too few metoder", "klotter"),
        ("klotter.md", 2, "area with too few experter", "klotter"),
        ("narkotika.md", 2, "area with too few metoder", "narkotika"),
        ("narkotika.md", 2, "area with too few experter", "narkotika"),
    ]


SECOND_AREA = "    - narkotika\nprev", "    - narkotika\n  secondary:\n    - klotter\nprev"


def test_listed_gaps_are_known(folder: ContentFolder) -> None:
    assert faults(folder, *KNOWN) == []
    assert faults(folder, *KNOWN[:3]) == [("narkotika.md", 2, "area with too few experter", "narkotika")]


def test_a_listed_gap_that_holds_no_more_is_told_in_the_list(folder: ContentFolder) -> None:
    folder.change(
        "guidance/faltarbete.md", "    - narkotika\nprev", "    - narkotika\n  secondary:\n    - klotter\nprev"
    )
    assert faults(folder, *KNOWN) == [("gaps.csv", 2, "gap that holds no more", "klotter has enough metoder")]


def test_a_gap_document_is_no_method(folder: ContentFolder) -> None:
    folder.change(
        "guidance/faltarbete.md", "    - narkotika\nprev", "    - narkotika\n  secondary:\n    - klotter\nprev"
    )
    folder.change("guidance/faltarbete.md", "kind: metod", "kind: lucka")
    assert faults(folder, *KNOWN) == []


def test_support_themes_need_neither(folder: ContentFolder) -> None:
    for name in ("klotter", "narkotika"):
        folder.change(f"problem-areas/{name}.md", "kind: problemområde", "kind: stödtema")
    assert faults(folder) == []


def test_rows_of_unknown_areas_and_things_are_told(folder: ContentFolder) -> None:
    assert faults(folder, *KNOWN, "kloter,metoder,skäl", "klotter,metod,skäl") == [
        ("gaps.csv", 6, "unknown problem area", "kloter"),
        ("gaps.csv", 7, "missing has an unknown value", "metod"),
    ]


def test_an_area_whose_experts_have_run_out_is_a_warning(folder: ContentFolder) -> None:
    folder.add("experts/annan.md", folder.text("experts/radgivare.md"))
    assert ("klotter", "experter") not in [(value, fault.split()[-1]) for _, _, fault, value in faults(folder)]
    found = check_gaps(replace(folder.read(), today=date(2099, 1, 2)))
    assert [(fault.value, fault.is_warning) for fault in found if fault.fault.endswith("too few experter today")] == [
        ("klotter", True)
    ]


def test_a_profile_that_is_to_be_withdrawn_counts_no_more(folder: ContentFolder) -> None:
    text = folder.text("experts/radgivare.md")
    folder.add("experts/annan.md", text.replace("contact:", "  withdrawn: 2098-01-01\ncontact:"))
    assert ("klotter.md", 2, "area with too few experter", "klotter") in faults(folder)
