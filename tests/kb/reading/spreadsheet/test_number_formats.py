"""Numbers as people see them."""

import pytest

from kb.reading.spreadsheet.number_formats import find_kind, write_number


@pytest.mark.parametrize(
    ("number", "code", "kind"),
    [
        (0, "", ""),
        (14, "", "day"),
        (22, "", "day time"),
        (10, "", "percent"),
        (164, "yyyy\\-mm\\-dd;@", "day"),
        (164, "[$-41D]d mmmm yyyy", "day"),
        (164, "yyyy-mm-dd hh:mm", "day time"),
        (164, "mmm yy", "month"),
        (164, "[h]:mm", "time"),
        (164, "0.0%", "percent"),
        (164, '# ##0 "dagar"', ""),
        (164, ";;;", "hidden"),
        (164, "General", ""),
    ],
)
def test_a_format_shows_a_kind(number: int, code: str, kind: str) -> None:
    assert find_kind(number, code) == kind


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (14.0, "", "14"),
        (12.5, "", "12,5"),
        (0.1 + 0.2, "", "0,3"),
        (200_000, "", "200000"),
        (1e12, "", "1000000000000"),
        (46356, "day", "2026-11-30"),
        (46356.5, "day time", "2026-11-30 12:00"),
        (46356, "month", "2026-11"),
        (0.75, "time", "18:00"),
        (0.256, "percent", "25,6 %"),
        (7, "hidden", ""),
        (1e9, "day", "1000000000"),
    ],
)
def test_a_number_is_written(value: float, kind: str, text: str) -> None:
    assert write_number(value, kind, is_1904=False) == text


def test_old_macs_count_days_from_1904() -> None:
    assert write_number(0, "day", is_1904=True) == "1904-01-01"
