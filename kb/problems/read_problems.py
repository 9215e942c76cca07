"""A description read once: masked, cut into paragraphs, its problems found or as the user wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.privacy import mask_personal_data
from kb.problems.adjust import Adjustment, find_problems
from kb.problems.description import Paragraph, read_paragraphs
from kb.problems.problem import Problem
from kb.problems.statute import PartFound, check_statute
from kb.progress import Progress, be_silent
from kb.search.searcher import Searcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a description says, for all that comes after: nothing reads its text again.

    text : masked; read again it has the same paragraphs
    masked : kind of personal data -> how many were masked
    problems : the one with most to say first, or in the order of the user's; none when nothing tells of one
    statute : the parts of 4 § lag (2023:196), found or missing
    """

    text: str
    masked: Mapping[str, int]
    paragraphs: tuple[Paragraph, ...]
    problems: tuple[Problem, ...]
    statute: tuple[PartFound, ...]


def read_problems(
    text: str, searcher: Searcher, adjustments: Sequence[Adjustment] | None = None, progress: Progress = be_silent
) -> Reading:
    """The reading of a description.

    adjustments : the problems as the user wants them; None to have them found
    progress : told of masking and splitting

    Raises
    ------
    AdjustmentRejected : adjustments that do not fit the description
    """
    progress("masking", 0, 1)
    guarded = mask_personal_data(text)
    progress("masking", 1, 1)
    progress("splitting", 0, 1)
    paragraphs = tuple(read_paragraphs(guarded.text))
    problems = tuple(find_problems(paragraphs, adjustments, searcher))
    progress("splitting", 1, 1)
    return Reading(
        text=guarded.text,
        masked=guarded.counts,
        paragraphs=paragraphs,
        problems=problems,
        statute=check_statute(paragraphs),
    )
