"""Where somebody in danger can turn, as the API tells it."""

from datetime import date

import pytest

from api.languages import Language
from api.schemas.urgent import urgent_out
from kb.registers import HelpLine

LINE = HelpLine(
    number="112",
    name="Nödnumret",
    name_en="Emergency number",
    for_whom="Någon är i fara nu",
    for_whom_en="Somebody is in danger now",
    hours="dygnet runt",
    hours_en="",
    risks=(),
    source_url="https://www.sosalarm.se/",
    checked=date(2026, 11, 30),
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "112 Nödnumret, dygnet runt. Någon är i fara nu."),
        ("en", "112 Emergency number. Somebody is in danger now."),
    ],
)
def test_a_help_line_is_told_in_the_language_of_the_answer(language: Language, told: str) -> None:
    (out,) = urgent_out([LINE], language)
    assert (out.told, out.number, out.checked) == (told, "112", date(2026, 11, 30))
