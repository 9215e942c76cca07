"""Problems as the user wants them: merged, dropped and renamed after the first answer."""

from collections.abc import Sequence

import pytest

from kb.errors import AdjustmentRejected
from kb.problems.adjust import MAX_PROBLEMS, MAX_TITLE_CHARS, Adjustment, find_problems
from kb.problems.description import Paragraph, read_paragraphs
from kb.problems.problem import Problem
from kb.problems.split import split_into_problems
from kb.search.searcher import Searcher
from tests.kb.matching.two_areas import open_two_areas

PARAGRAPHS = read_paragraphs(
    "De säljer knark.\n\nNågon tänder eld.\n\nMer knark i parken.\n\nVi har en sjö.\n\nSe ovan."
)


@pytest.fixture
def searcher() -> Searcher:
    return open_two_areas()


def told(problems: Sequence[Problem]) -> list[tuple[str, str, list[int]]]:
    return [(p.title, p.areas[0].slug, [paragraph.position for paragraph in p.paragraphs]) for p in problems]


def faults(adjustments: Sequence[Adjustment], paragraphs: Sequence[Paragraph], searcher: Searcher) -> list[str]:
    with pytest.raises(AdjustmentRejected) as refused:
        find_problems(paragraphs, adjustments, searcher)
    return str(refused.value).split("\n")


def test_without_adjustments_the_problems_are_found(searcher: Searcher) -> None:
    found = find_problems(PARAGRAPHS, None, searcher)
    assert found == split_into_problems(PARAGRAPHS, searcher)
    assert told(found) == [("Knark", "narkotika", [0, 2]), ("Eld", "brand", [1])]


def test_the_former_answer_sent_back_gives_the_same_problems(searcher: Searcher) -> None:
    found = find_problems(PARAGRAPHS, None, searcher)
    same = [Adjustment(problem.title, tuple(p.position for p in problem.paragraphs)) for problem in found]
    assert find_problems(PARAGRAPHS, same, searcher) == found


def test_problems_are_merged_dropped_and_put_in_another_order(searcher: Searcher) -> None:
    assert told(find_problems(PARAGRAPHS, [Adjustment(None, (2, 0, 1))], searcher)) == [
        ("Eld", "brand", [0, 1, 2]),  # both areas are as likely, brand stands first in the index
    ]
    assert told(find_problems(PARAGRAPHS, [Adjustment(None, (1,))], searcher)) == [("Eld", "brand", [1])]
    assert told(find_problems(PARAGRAPHS, [Adjustment(None, (1,)), Adjustment(None, (0, 2))], searcher)) == [
        ("Eld", "brand", [1]),
        ("Knark", "narkotika", [0, 2]),
    ]


def test_a_paragraph_that_was_left_out_may_be_taken_in(searcher: Searcher) -> None:
    assert told(find_problems(PARAGRAPHS, [Adjustment(None, (0, 3))], searcher)) == [("Knark", "narkotika", [0, 3])]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Langning i parken", "Langning i parken"),
        ("  Langning\n i parken ", "Langning i parken"),
        ("Ring 070-174 06 71", "Ring [telefon]"),
        ("", "Knark"),
        (" ", "Knark"),
        (None, "Knark"),
        ("å" * MAX_TITLE_CHARS, "å" * MAX_TITLE_CHARS),
    ],
)
def test_a_problem_has_the_users_name_masked_or_its_areas(searcher: Searcher, title: str | None, shown: str) -> None:
    (problem,) = find_problems(PARAGRAPHS, [Adjustment(title, (0,))], searcher)
    assert (problem.title, problem.areas[0].title) == (shown, "Knark")


def test_every_fault_is_told_with_its_place_its_value_and_the_way_out(searcher: Searcher) -> None:
    way_out = "send positions that the first answer gave"
    adjustments = [
        Adjustment("å" * (MAX_TITLE_CHARS + 1), (0, 5, 0)),
        Adjustment(None, ()),
        Adjustment(None, (-1, 4, 0)),
    ]
    assert faults(adjustments, PARAGRAPHS, searcher) == [
        "problems[0].title: 201 characters; at most 200 are read, shorten it",
        f"problems[0].paragraphs[1]: no paragraph 5, there are 5 from 0; {way_out}",
        "problems[0].paragraphs[2]: 0 stands in problems[0].paragraphs[0] too; keep it in one of them",
        f"problems[1].paragraphs: empty; {way_out}, or leave the problem out",
        f"problems[2].paragraphs[0]: no paragraph -1, there are 5 from 0; {way_out}",
        f"problems[2].paragraphs[1]: paragraph 4 has too few words to match by; {way_out}",
        "problems[2].paragraphs[2]: 0 stands in problems[0].paragraphs[0] too; keep it in one of them",
    ]


def test_there_is_one_problem_at_least_and_not_too_many(searcher: Searcher) -> None:
    paragraphs = [Paragraph(i, "", "De säljer knark.") for i in range(MAX_PROBLEMS + 1)]
    one_each = [Adjustment(None, (i,)) for i in range(MAX_PROBLEMS + 1)]
    assert len(find_problems(paragraphs, one_each[:-1], searcher)) == MAX_PROBLEMS
    assert faults(one_each, paragraphs, searcher) == [
        "problems: 21 are given; send 1 to 20, or none at all to have them found"
    ]
    assert faults([], paragraphs, searcher) == [
        "problems: 0 are given; send 1 to 20, or none at all to have them found"
    ]
