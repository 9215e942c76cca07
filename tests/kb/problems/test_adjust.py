"""Problems as the user wants them: split, merged, dropped, renamed and given a cause after the first answer."""

from collections.abc import Sequence

import pytest

from kb.errors import AdjustmentRejected
from kb.problems.adjust import MAX_CAUSE_CHARS, MAX_PROBLEMS, MAX_TITLE_CHARS, Adjustment, adjust_problems
from kb.problems.find_problems import find_problems
from kb.problems.problem import Problem
from kb.problems.read_unit import ReadUnit
from kb.problems.unit_reader import make_unit_reader
from kb.problems.units import read_units
from kb.search.searcher import Searcher
from tests.kb.matching.two_areas import open_two_areas

TEXT = "De säljer knark.\n\nNågon tänder eld.\n\nMer knark i parken.\n\nVi har en sjö.\n\n[namn] [telefon]"


@pytest.fixture
def searcher() -> Searcher:
    return open_two_areas()


@pytest.fixture
def units(searcher: Searcher) -> tuple[ReadUnit, ...]:
    return make_unit_reader(searcher).read(read_units(TEXT))


def told(problems: Sequence[Problem]) -> list[tuple[str, str, list[int]]]:
    return [(p.title, p.areas[0].slug, [unit.position for unit in p.units]) for p in problems]


def faults(adjustments: Sequence[Adjustment], units: Sequence[ReadUnit], searcher: Searcher) -> list[str]:
    with pytest.raises(AdjustmentRejected) as refused:
        adjust_problems(units, adjustments, searcher)
    return str(refused.value).split("\n")


def test_the_former_answer_sent_back_gives_the_same_problems_surely(
    units: tuple[ReadUnit, ...], searcher: Searcher
) -> None:
    found = find_problems(units, searcher)
    assert told(found) == [("Knark", "narkotika", [0, 2]), ("Eld", "brand", [1])]
    same = [Adjustment(problem.title, tuple(unit.position for unit in problem.units)) for problem in found]
    again = adjust_problems(units, same, searcher)
    assert told(again) == told(found)
    assert [problem.certainty for problem in again] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([(1,)], [("Eld", "brand", [1])]),
        ([(1,), (2, 0)], [("Eld", "brand", [1]), ("Knark", "narkotika", [0, 2])]),
        ([(0,), (2,)], [("Knark", "narkotika", [0]), ("Knark", "narkotika", [2])]),
        ([(0, 3)], [("Knark", "narkotika", [0, 3])]),
    ],
    ids=["dropped", "in another order", "split", "a unit that was left out"],
)
def test_problems_are_as_the_user_wants_them(
    wanted: list[tuple[int, ...]],
    expected: list[tuple[str, str, list[int]]],
    units: tuple[ReadUnit, ...],
    searcher: Searcher,
) -> None:
    assert told(adjust_problems(units, [Adjustment(None, positions) for positions in wanted], searcher)) == expected


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Langning i parken", "Langning i parken"),
        ("  Langning\n i parken ", "Langning i parken"),
        ("Ring 070-174 06 71", "Ring [telefon]"),
        ("", "Knark"),
        (None, "Knark"),
        ("å" * MAX_TITLE_CHARS, "å" * MAX_TITLE_CHARS),
    ],
)
def test_a_problem_has_the_users_name_masked_or_its_areas(
    title: str | None, shown: str, units: tuple[ReadUnit, ...], searcher: Searcher
) -> None:
    (problem,) = adjust_problems(units, [Adjustment(title, (0,))], searcher)
    assert (problem.title, problem.areas[0].title) == (shown, "Knark")


def test_a_cause_is_kept_masked(units: tuple[ReadUnit, ...], searcher: Searcher) -> None:
    (problem,) = adjust_problems(units, [Adjustment(None, (0,), " Det är mörkt, ring 070-174 06 71. ")], searcher)
    assert problem.cause == "Det är mörkt, ring [telefon]."


def test_every_fault_is_told_with_its_place_its_value_and_the_way_out(
    units: tuple[ReadUnit, ...], searcher: Searcher
) -> None:
    way_out = "send positions that the first answer gave"
    adjustments = [
        Adjustment("å" * (MAX_TITLE_CHARS + 1), (0, 9, 0), "å" * (MAX_CAUSE_CHARS + 1)),
        Adjustment(None, ()),
        Adjustment(None, (-1, 4, 0)),
    ]
    n = len(units)
    assert faults(adjustments, units, searcher) == [
        "problems[0].title: 201 characters; at most 200 are read, shorten it",
        "problems[0].cause: 2001 characters; at most 2000 are read, shorten it",
        f"problems[0].units[1]: no unit 9, there are {n} from 0; {way_out}",
        "problems[0].units[2]: 0 stands in problems[0].units[0] too; keep it in one of them",
        f"problems[1].units: empty; {way_out}, or leave the problem out",
        f"problems[2].units[0]: no unit -1, there are {n} from 0; {way_out}",
        "problems[2].units[2]: 0 stands in problems[0].units[0] too; keep it in one of them",
    ]


def test_units_without_a_word_are_no_problem(units: tuple[ReadUnit, ...], searcher: Searcher) -> None:
    (fault,) = faults([Adjustment(None, (4,))], units, searcher)
    assert fault.startswith("problems[0].units: no word in them to match by")


def test_there_is_one_problem_at_least_and_not_too_many(searcher: Searcher) -> None:
    many = make_unit_reader(searcher).read(read_units("\n\n".join(["De säljer knark."] * (MAX_PROBLEMS + 1))))
    one_each = [Adjustment(None, (i,)) for i in range(MAX_PROBLEMS + 1)]
    assert len(adjust_problems(many, one_each[:-1], searcher)) == MAX_PROBLEMS
    told_way_out = "send 1 to 20, or none at all to have them found"
    assert faults(one_each, many, searcher) == [f"problems: 21 are given; {told_way_out}"]
    assert faults([], many, searcher) == [f"problems: 0 are given; {told_way_out}"]
