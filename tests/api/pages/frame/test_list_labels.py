"""A step and an indicator are read at a glance: each label has its own line."""

import pytest
from markupsafe import Markup

from api.pages.frame.list_labels import LABELS, mark_labels


@pytest.mark.parametrize("label", LABELS)
def test_a_label_stands_on_a_line_of_its_own(label: str) -> None:
    html = mark_labels(Markup(f"<li>Räkna. {label}: något.</li>"), "Följ upp")
    assert f'<br><span class="list-label">{label}:</span> något.' in html


def test_a_slash_between_two_labels_is_left_out() -> None:
    html = mark_labels(Markup("<li>Läs mer: rapporten. / Kontakta: samordnaren.</li>"), "Exempel")
    assert "/" not in html.replace("</", "").replace("/>", "")


def test_a_word_that_ends_like_a_label_is_no_label() -> None:
    assert "list-label" not in mark_labels(Markup("<li>Delmål: färre.</li>"), "Följ upp")


def test_other_sections_are_as_they_were() -> None:
    html = Markup("<p>Mål: något.</p>")
    assert mark_labels(html, "Evidens") == html
