"""A description to its problems, and what is told on the way."""

from collections.abc import Callable
from datetime import date

from kb.documents import Period
from kb.matching.help_request import HelpRequest
from kb.matching.match import match_description
from kb.problems.read_problems import read_problems
from kb.progress import Progress, be_silent
from kb.search.searcher import Searcher
from kb.staffing.needs import find_needs
from tests.builders import TODAY

TEXT = "Någon tänder eld på papperskorgar vid skolan, ring 070-174 06 71.\n\nÄldre luras på pengar i telefon."
REQUEST = HelpRequest(municipality=None, period=Period(date(2027, 3, 1), date(2027, 3, 31)))
READING = [("masking", 0, 1), ("masking", 1, 1), ("splitting", 0, 1), ("splitting", 1, 1)]


def test_a_description_is_masked_cut_and_split(searcher: Searcher) -> None:
    read = read_problems(TEXT, None, searcher, be_silent)
    assert read.guarded.counts == {"telefon": 1}
    assert [paragraph.position for paragraph in read.paragraphs] == [0, 1]
    assert {p.position for problem in read.problems for p in problem.paragraphs} == {0, 1}


def test_a_match_and_a_team_tell_of_the_same_steps(searcher: Searcher) -> None:
    of_match = tell_of(lambda progress: match_description(TEXT, REQUEST, TODAY, searcher, progress=progress))
    of_needs = tell_of(lambda progress: find_needs(TEXT, REQUEST, TODAY, searcher, progress=progress))
    assert of_match == of_needs == [*READING, ("matching", 0, 2), ("matching", 1, 2), ("matching", 2, 2)]


def tell_of(work: Callable[[Progress], object]) -> list[tuple[str, int, int]]:
    told: list[tuple[str, int, int]] = []
    work(lambda *step: told.append(step))
    return told
