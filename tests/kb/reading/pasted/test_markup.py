"""What a web page or a mail leaves in pasted text."""

import pytest

from kb.reading.pasted.markup import drop_markup


@pytest.mark.parametrize("text", ["3 < 4 och 5 > 4", "<Namn> på torget", "Se <b>här</b", ""])
def test_text_that_is_no_html_stays(text: str) -> None:
    assert drop_markup(text) == text


def test_what_is_struck_out_or_not_shown_is_left_out() -> None:
    text = "<p>Rån <del>är <b>vanligt</b></del> ökar</p><style>p {color: red}</style><p>Slut</p>"
    assert drop_markup(text).split() == ["Rån", "ökar", "Slut"]


def test_quote_marks_of_any_depth_go() -> None:
    assert drop_markup("> > Hej\n>Det klottras\nslut") == "Hej\nDet klottras\nslut"
