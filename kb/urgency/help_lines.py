"""Where who is in danger can turn: the help lines of the register that are for it."""

from collections.abc import Collection, Iterable

from kb.registers import HelpLine
from kb.vocabulary import Risk


def choose_help_lines(risks: Collection[Risk], help_lines: Iterable[HelpLine]) -> tuple[HelpLine, ...]:
    """The lines for any of the risks and those for all, in their order, which begins with 112; none without a risk."""
    if not risks:
        return ()
    return tuple(line for line in help_lines if not line.risks or set(line.risks) & set(risks))
