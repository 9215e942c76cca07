"""A description split into problems."""

from collections.abc import Sequence
from math import exp

import pytest

from kb.problems.description import Paragraph, read_paragraphs
from kb.problems.problem import Problem
from kb.problems.split import split_into_problems
from kb.search.answer import AreaMatch
from kb.search.query import MAX_QUERY_CHARS
from kb.search.searcher import Searcher
from tests.builders import make_area
from tests.fakes.embedder import AxisEmbedder
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher

AREAS = (
    make_area("brand", "Eld"),
    make_area("narkotika", "Knark"),
    make_area("samverkan", "Samverkan", kind="stödtema"),
)


BY_TITLE = make_models(problem_areas=weigh(cosine_title=12, intercept=-6, threshold=0.5))
"""An area's rating follows the cosine of its title, over the threshold from 0.71: half about that area."""


@pytest.fixture
def small() -> Searcher:
    return make_searcher(AxisEmbedder("eld", "knark", "samverkan", "rån"), areas=AREAS, models=BY_TITLE)


def split_text(searcher: Searcher, *texts: str) -> list[Problem]:
    return split_into_problems([Paragraph(i, "", text) for i, text in enumerate(texts)], searcher)


def texts_of(problems: Sequence[Problem]) -> list[tuple[str, list[str]]]:
    return [(problem.areas[0].slug, [p.text for p in problem.paragraphs]) for problem in problems]


def test_paragraphs_on_the_same_area_are_one_problem_in_their_order(small: Searcher) -> None:
    problems = split_text(small, "De säljer knark.", "Någon tänder eld.", "Mer knark i parken.")
    assert texts_of(problems) == [
        ("narkotika", ["De säljer knark.", "Mer knark i parken."]),
        ("brand", ["Någon tänder eld."]),
    ]
    assert [problem.title for problem in problems] == ["Knark", "Eld"]


def test_the_problem_with_most_to_say_comes_first(small: Searcher) -> None:
    problems = split_text(small, "Lite om knark.", "Det är eld.", "Eld på skolan.", "Eld i en container.")
    assert [problem.areas[0].slug for problem in problems] == ["brand", "narkotika"]


def test_a_problem_names_its_areas_best_first() -> None:
    areas = (make_area("brand", "Eld"), make_area("narkotika", "Knark"), make_area("rån", "Rån för knark"))
    searcher = make_searcher(AxisEmbedder("eld", "knark", "rån"), areas=areas, models=BY_TITLE)
    (problem,) = split_text(searcher, "Bara om knark.")
    assert [(area.slug, area.title) for area in problem.areas] == [
        ("narkotika", "Knark"),
        ("rån", "Rån för knark"),
        ("brand", "Eld"),
    ]
    assert [area.relevance for area in problem.areas] == pytest.approx(
        [1 / (1 + exp(6 - 12)), 1 / (1 + exp(6 - 12 * 0.5**0.5)), 1 / (1 + exp(6))]
    )


def test_background_is_left_out(small: Searcher) -> None:
    assert texts_of(split_text(small, "Kommunen ligger vid sjön.", "De säljer knark.")) == [
        ("narkotika", ["De säljer knark."])
    ]
    assert split_text(small, "Kommunen ligger vid sjön.") == []
    assert split_text(small) == []


def test_a_support_theme_is_no_problem(small: Searcher) -> None:
    assert split_text(small, "Vår samverkan fungerar dåligt.") == []
    assert texts_of(split_text(small, "Samverkan mot knark saknas.")) == [
        ("narkotika", ["Samverkan mot knark saknas."])
    ]


def test_less_than_three_words_are_no_paragraph_of_a_problem(small: Searcher) -> None:
    assert split_text(small, "Mycket knark.") == []
    assert len(split_text(small, "Mycket knark här.")) == 1


def test_a_heading_tells_what_its_paragraphs_are_about(small: Searcher) -> None:
    paragraphs = read_paragraphs("# Knark\n\nTre fall i mars.\n\n# Bakgrund\n\nTre skolor i byn.")
    assert texts_of(split_into_problems(paragraphs, small)) == [("narkotika", ["Tre fall i mars."])]


def test_at_most_so_many_problems_are_told(small: Searcher) -> None:
    paragraphs = read_paragraphs("De säljer knark.\n\nNågon tänder eld.\n\nEld på skolan.")
    problems = split_into_problems(paragraphs, small, most=1)
    assert [problem.areas[0].slug for problem in problems] == ["brand"]


def test_a_problems_text_is_a_query_however_long_the_description() -> None:
    paragraphs = tuple(Paragraph(i, "", "knark " * 1000) for i in range(10))
    problem = Problem("Knark", (AreaMatch("narkotika", "Knark", 0.9),), paragraphs)
    assert len(problem.text) == MAX_QUERY_CHARS
    assert Problem("Knark", problem.areas, paragraphs[:2]).text == f"{'knark ' * 1000}\n{'knark ' * 1000}"


def test_a_problem_is_named_by_what_the_methods_that_fit_are_for_too(searcher: Searcher) -> None:
    text = "Fönster på två skolor har slagits sönder i sommar och klotter täcker fasaden mot skolgården."
    (problem,) = split_into_problems(read_paragraphs(text), searcher)
    assert problem.areas[0].slug == "skadegorelse"
