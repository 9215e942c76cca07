"""Where to turn: what is for the danger that is told of, 112 first."""

import pytest

from indexer.content.read_registers import read_registers
from kb.registers import HelpLine
from kb.urgency.help_lines import choose_help_lines
from kb.vocabulary import RISKS, Risk
from tests.conftest import CONTENT


@pytest.fixture(scope="module")
def shipped() -> tuple[HelpLine, ...]:
    return read_registers(CONTENT / "registers").help_lines


@pytest.mark.parametrize("risk", RISKS)
def test_112_comes_first_and_something_else_after_it(shipped: tuple[HelpLine, ...], risk: Risk) -> None:
    first, *others = choose_help_lines([risk], shipped)
    assert first.number == "112"
    assert others


def test_who_is_beaten_is_told_of_kvinnofridslinjen_and_not_of_the_suicide_line(shipped: tuple[HelpLine, ...]) -> None:
    numbers = [line.number for line in choose_help_lines(["close_violence"], shipped)]
    assert "020-50 50 50" in numbers
    assert "90101" not in numbers


def test_who_is_in_no_danger_is_told_of_none(shipped: tuple[HelpLine, ...]) -> None:
    assert choose_help_lines([], shipped) == ()
