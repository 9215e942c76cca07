"""What those who had advice say three and twelve months later, as numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from kb.national.report.figures import Figure
from kb.national.report.happened import ToldFollowUp, Used

FEW = 5
"""Means of fewer answers are not told: they would be somebody's."""
USED: tuple[Used, ...] = ("yes", "partly", "no")


@dataclass(frozen=True, slots=True)
class Result:
    """months : 3 or 12; used : how many answered so; helped, quality : means of 1 to 5, None of fewer than FEW"""

    months: int
    sent: Figure
    answered: Figure
    used: Mapping[Used, Figure]
    helped: Figure
    quality: Figure

    @property
    def figures(self) -> Mapping[str, Figure]:
        """All of them by the name of their column."""
        used = {f"used_{word}": figure for word, figure in self.used.items()}
        return {"sent": self.sent, "answered": self.answered, **used, "helped": self.helped, "quality": self.quality}


def count_results(told: Sequence[ToldFollowUp], town_of: Mapping[str, str]) -> Sequence[Result]:
    """A result for each number of months, in order."""
    return [
        _count([one for one in told if one.months == months], months, town_of)
        for months in sorted({one.months for one in told})
    ]


def _count(told: Sequence[ToldFollowUp], months: int, town_of: Mapping[str, str]) -> Result:
    answered = [one for one in told if one.is_answered]
    return Result(
        months,
        _make(len(told), told, town_of),
        _make(len(answered), answered, town_of),
        {word: _count_used(answered, word, town_of) for word in USED},
        _average([(one, one.helped) for one in answered], town_of),
        _average([(one, one.quality) for one in answered], town_of),
    )


def _count_used(answered: Sequence[ToldFollowUp], word: Used, town_of: Mapping[str, str]) -> Figure:
    found = [one for one in answered if one.used == word]
    return _make(len(found), found, town_of)


def _average(rated: Sequence[tuple[ToldFollowUp, int | None]], town_of: Mapping[str, str]) -> Figure:
    given = [(one, rate) for one, rate in rated if rate is not None]
    value = round(fmean(rate for _, rate in given), 1) if len(given) >= FEW else None
    return _make(value, [one for one, _ in given], town_of)


def _make(value: float | None, told: Sequence[ToldFollowUp], town_of: Mapping[str, str]) -> Figure:
    ids = frozenset(one.case_id for one in told)
    return Figure(value, ids, frozenset(town_of[case_id] for case_id in ids))
