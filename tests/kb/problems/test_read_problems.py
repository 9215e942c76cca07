"""A description read once, and what is told on the way."""

from kb.problems.adjust import Adjustment
from kb.problems.read_problems import read_problems
from kb.problems.statute import PARTS
from kb.search.searcher import Searcher

TEXT = "Någon tänder eld på papperskorgar vid skolan, ring 070-174 06 71.\n\nÄldre luras på pengar i telefon."


def test_a_description_is_masked_cut_and_split(searcher: Searcher) -> None:
    reading = read_problems(TEXT, searcher)
    assert (reading.masked, reading.text) == ({"telefon": 1}, TEXT.replace("070-174 06 71", "[telefon]"))
    assert [item.unit.position for item in reading.units] == [0, 1]
    assert {unit.position for problem in reading.problems for unit in problem.units} == {0, 1}
    assert reading.not_taken == ()
    assert [part.part for part in reading.statute] == list(PARTS)


def test_the_problems_are_those_of_the_user_where_it_has_its_own(searcher: Searcher) -> None:
    (problem,) = read_problems(TEXT, searcher, [Adjustment("Allt", (0, 1))]).problems
    assert (problem.title, len(problem.units)) == ("Allt", 2)


def test_a_description_without_a_word_has_no_problems(searcher: Searcher) -> None:
    reading = read_problems("?!", searcher)
    assert (reading.units, reading.problems) == ((), ())


def test_it_is_told_when_masking_and_splitting_begin_and_end(searcher: Searcher) -> None:
    told: list[tuple[str, int, int]] = []
    read_problems(TEXT, searcher, progress=lambda *step: told.append(step))
    assert told == [("masking", 0, 1), ("masking", 1, 1), ("splitting", 0, 1), ("splitting", 1, 1)]
