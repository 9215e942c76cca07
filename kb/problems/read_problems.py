"""A description read once: masked, cut into units, each of them read, its problems found or as the user wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.errors import DescriptionRejected
from kb.privacy import mask_personal_data
from kb.problems.adjust import Adjustment, adjust_problems
from kb.problems.danger import find_urgent
from kb.problems.find_problems import find_problems
from kb.problems.not_taken import NotTaken, list_not_taken
from kb.problems.problem import Problem
from kb.problems.read_unit import ReadUnit
from kb.problems.statute import PartFound, check_statute
from kb.problems.unit_reader import make_unit_reader
from kb.problems.units import join_blocks, read_units
from kb.progress import Progress, be_silent
from kb.reading.tidy_text import tidy_text
from kb.registers import HelpLine
from kb.search.searcher import Searcher

MAX_UNITS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a description says, for all that comes after: nothing reads its text again.

    text : masked; read again it has the same units
    masked : kind of personal data -> how many were masked
    units : all of them, in order, as they are read
    problems : the one with most to say first, or in the order of the user's; none when nothing tells of one
    not_taken : the units that are part of no problem, with why
    statute : the parts of 4 § lag (2023:196), found or missing
    urgent : where to turn when it tells of somebody in danger, 112 first
    """

    text: str
    masked: Mapping[str, int]
    units: tuple[ReadUnit, ...]
    problems: tuple[Problem, ...]
    not_taken: tuple[NotTaken, ...]
    statute: tuple[PartFound, ...]
    urgent: tuple[HelpLine, ...] = ()


def read_problems(
    text: str, searcher: Searcher, adjustments: Sequence[Adjustment] | None = None, progress: Progress = be_silent
) -> Reading:
    """The reading of a description.

    adjustments : the problems as the user wants them; None to have them found
    progress : told of masking and splitting

    Raises
    ------
    AdjustmentRejected : adjustments that do not fit the description
    DescriptionRejected : more than MAX_UNITS units
    """
    progress("masking", 0, 1)
    guarded = mask_personal_data(tidy_text(text))
    progress("masking", 1, 1)
    progress("splitting", 0, 1)
    told = read_units(guarded.text)
    if len(told) > MAX_UNITS:
        raise DescriptionRejected(
            f"text: {len(told)} sentences, items and rows; at most {MAX_UNITS} are read at a time, send it in parts"
        )
    units = make_unit_reader(searcher).read(told)
    problems = find_problems(units, searcher) if adjustments is None else adjust_problems(units, adjustments, searcher)
    progress("splitting", 1, 1)
    return Reading(
        text=guarded.text,
        masked=guarded.counts,
        units=units,
        problems=tuple(problems),
        not_taken=tuple(list_not_taken(units, problems)),
        statute=check_statute(join_blocks(told)),
        urgent=find_urgent(units, searcher),
    )
