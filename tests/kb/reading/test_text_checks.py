"""What any description must be when it has been read."""

import pytest

from kb.errors import DescriptionRejected
from kb.reading.text_checks import check_text


def test_three_letters_are_words_enough_wherever_they_stand() -> None:
    text = "1 " * 20_000 + "rån"
    assert check_text(text) == text


def test_two_letters_are_not() -> None:
    with pytest.raises(DescriptionRejected, match="no words; describe at least one problem"):
        check_text("å ä 1")
