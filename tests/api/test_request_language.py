"""Swedish unless English is preferred."""

import pytest

from api.request_language import choose_language


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", "sv"),
        ("*", "sv"),
        ("de, fr;q=0.9", "sv"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("de, en;q=0.2", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("sv;q=0.5, en;q=0.9", "en"),
        ("sv ; q=0.5 , en ; Q=0.9", "en"),
        ("en;q=0.5,sv;q=0.5", "en"),
        ("en;q=0", "sv"),
        ("en;q=mycket", "sv"),
        ("english", "sv"),
        (";;,,;q=", "sv"),
    ],
)
def test_the_best_known_language_is_chosen(header: str, chosen: str) -> None:
    assert choose_language(header) == chosen
