"""Reviewed in the past, to be reviewed again in the future."""

import pytest

from tests.content_folder import ContentFolder

pytestmark = pytest.mark.day

NAME = "guidance/sanering.md"


def test_today_is_neither_too_early_nor_too_late(folder: ContentFolder) -> None:
    folder.change(NAME, "reviewed: 2025-01-01", "reviewed: 2026-11-22")
    folder.change("guidance/faltarbete.md", "review_by: 2099-01-01", "review_by: 2026-11-22")
    assert folder.check() == []


def test_a_review_in_the_future_is_a_fault(folder: ContentFolder) -> None:
    folder.change(NAME, "reviewed: 2025-01-01", "reviewed: 2026-11-23")
    line = folder.line_of(NAME, "reviewed:")
    assert folder.told(NAME) == [f"{line}: reviewed in the future; 2026-11-23; give the day it was read"]


def test_an_overdue_review_is_a_warning(folder: ContentFolder) -> None:
    folder.change(NAME, "review_by: 2099-01-01", "review_by: 2026-11-21")
    line = folder.line_of(NAME, "review_by:")
    assert folder.told(NAME) == [f"{line}: warning: review overdue; 2026-11-21; read it again and set both dates"]


def test_a_source_of_next_year_is_a_fault_at_its_place_in_the_list(folder: ContentFolder) -> None:
    folder.change(NAME, "    year: 2024\n    url", "    year: 2027\n    url")
    line = folder.line_of(NAME, "- id: bra-2024")
    assert folder.told(NAME) == [f"{line}: source from the future; 2027; mend the year"]


def test_evidence_of_next_year_is_a_fault(folder: ContentFolder) -> None:
    folder.change(NAME, "    year: 2024\n    origin", "    year: 2027\n    origin")
    line = folder.line_of(NAME, "    year: 2027")
    assert folder.told(NAME) == [f"{line}: evidence from the future; 2027; mend the year"]


def test_a_source_without_a_year_is_no_fault(folder: ContentFolder) -> None:
    folder.change(NAME, "    year: 2024\n    url", "    year: null\n    url")
    assert folder.told(NAME) == []


def test_problem_areas_and_experts_are_held_to_it_as_well(folder: ContentFolder) -> None:
    for name in ("problem-areas/klotter.md", "experts/radgivare.md"):
        folder.change(name, "reviewed: 2025-01-01", "reviewed: 2026-11-23")
    assert [fault.fault for fault in folder.check()] == ["reviewed in the future", "reviewed in the future"]
