"""An expert profile is published from a day to a day, unless it is withdrawn before."""

import pytest

from tests.content_folder import ContentFolder

pytestmark = pytest.mark.day

NAME = "experts/radgivare.md"
BASIS = "  since: 2025-01-01\n  review_by: 2099-01-01\n"


def _told_of(folder: ContentFolder, basis: str) -> list[str]:
    folder.change(NAME, BASIS, basis)
    return folder.told(NAME)


def test_a_publication_holds_on_its_first_and_its_last_day(folder: ContentFolder) -> None:
    assert _told_of(folder, "  since: 2026-11-22\n  review_by: 2026-11-22\n") == []


def test_a_publication_that_ran_out_yesterday_is_a_warning(folder: ContentFolder) -> None:
    told = _told_of(folder, "  since: 2025-01-01\n  review_by: 2026-11-21\n")
    assert told == [
        f"{folder.line_of(NAME, 'review_by: 2026-11-21')}: warning: publication run out; 2026-11-21; "
        "ask the organisation anew and set review_by; until then the profile is not indexed"
    ]


def test_a_publication_withdrawn_today_is_a_warning(folder: ContentFolder) -> None:
    told = _told_of(folder, BASIS + "  withdrawn: 2026-11-22\n")
    assert told == [
        f"{folder.line_of(NAME, 'withdrawn')}: warning: publication withdrawn; 2026-11-22; "
        "remove the file; the profile is not indexed"
    ]


def test_a_publication_to_be_withdrawn_tomorrow_still_holds(folder: ContentFolder) -> None:
    assert _told_of(folder, BASIS + "  withdrawn: 2026-11-23\n") == []


def test_a_publication_that_begins_tomorrow_is_a_warning(folder: ContentFolder) -> None:
    told = _told_of(folder, "  since: 2026-11-23\n  review_by: 2099-01-01\n")
    assert told == [
        f"{folder.line_of(NAME, 'since')}: warning: publication not begun; 2026-11-23; "
        "the profile is not indexed until then"
    ]
