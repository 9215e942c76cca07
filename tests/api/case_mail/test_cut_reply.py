"""Of an answer by mail the words of who answers are kept."""

import pytest

from api.case_mail.cut_reply import cut_reply
from tests.kb.cases import read_cases


@pytest.mark.parametrize(("text", "expected"), read_cases("mail-replies.md"))
def test_the_words_of_who_answers_are_kept(text: str, expected: str) -> None:
    assert cut_reply(text) == expected.strip()


def test_nothing_is_left_of_a_mail_that_only_quotes() -> None:
    assert cut_reply("Den 1 dec. 2026 skrev Bo <bo@example.se>:\n> Passar tisdag?\n") == ""


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    long = "Den 1 dec. 2026 skrev " * 20_000
    assert cut_reply(long) == long.strip()
