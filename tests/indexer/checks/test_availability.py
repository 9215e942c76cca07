"""When an organisation said what time a role has, and when its way in was looked at."""

from tests.content_folder import ContentFolder

NAME = "experts/radgivare.md"


def test_a_calendar_without_a_day_when_the_organisation_said_so_is_refused(folder: ContentFolder) -> None:
    folder.change(NAME, "  confirmed: 2026-11-01\n", "")
    line = folder.line_of(NAME, "availability:")
    assert folder.told(NAME) == [f"{line}: availability.confirmed is missing; nothing; add the field"]


def test_what_is_confirmed_or_looked_at_in_the_future_is_a_fault(folder: ContentFolder) -> None:
    folder.change(NAME, "confirmed: 2026-11-01", "confirmed: 2026-11-23")
    folder.change(NAME, "checked: 2025-01-01", "checked: 2026-11-23")
    way_out = "2026-11-23; give the day when it was done"
    assert folder.told(NAME) == [
        f"{folder.line_of(NAME, 'confirmed:')}: availability.confirmed in the future; {way_out}",
        f"{folder.line_of(NAME, 'checked:')}: checked in the future; {way_out}",
    ]


def test_what_was_confirmed_more_than_a_year_ago_is_a_warning(folder: ContentFolder) -> None:
    folder.change(NAME, "confirmed: 2026-11-01", "confirmed: 2025-11-22")
    assert folder.told(NAME) == []
    folder.change(NAME, "confirmed: 2025-11-22", "confirmed: 2025-11-21")
    line = folder.line_of(NAME, "confirmed:")
    assert folder.told(NAME) == [
        f"{line}: warning: availability confirmed long ago; 2025-11-21; "
        "ask the organisation again, or remove availability; it is unknown then"
    ]
