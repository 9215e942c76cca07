"""What examples and phrasings teach: which documents, how much, and what tempts."""

from indexer.lessons import teach_guidance, teach_problem_areas
from kb.documents import Example, Library, Phrasings
from tests.builders import make_area, make_guidance
from tests.fakes.embedder import AxisEmbedder

EMBEDDER = AxisEmbedder("eld", "rån")
GUIDANCE = (
    make_guidance("brand", asked_as=Phrasings(("det brinner",), ()), primary_areas=("anlagda-brander",)),
    make_guidance("ran", primary_areas=("ungdomsran",)),
)
AREAS = (make_area("anlagda-brander"), make_area("ungdomsran"))


def _library(*examples: Example) -> Library:
    return Library(GUIDANCE, AREAS, (), (), examples)


def test_grades_count_as_ndcg_counts_them() -> None:
    lessons = teach_guidance(_library(Example("eld", {"brand": 3, "ran": 1})), EMBEDDER)
    assert lessons is not None
    assert (lessons.targets[0] * 7).tolist() == [7, 1]


def test_how_a_document_is_asked_for_counts_less_than_an_example() -> None:
    lessons = teach_guidance(_library(Example("rån", {"ran": 2})), EMBEDDER)
    assert lessons is not None
    assert lessons.targets[1].tolist() == [1, 0]
    assert lessons.weights[0] == 1 > lessons.weights[1] > 0


def test_what_must_be_avoided_tempts_and_unknown_slugs_are_left_out() -> None:
    lessons = teach_guidance(_library(Example("eld", {"brand": 3, "borta": 3}, ("ran", "borta"))), EMBEDDER)
    assert lessons is not None
    assert lessons.tempting[0].tolist() == [False, True]


def test_an_example_without_an_answer_teaches_nothing_of_documents() -> None:
    assert teach_guidance(_library(Example("bröd", {}), Example("gammalt", {"borta": 3})), EMBEDDER) is None


def test_an_example_is_for_the_areas_that_its_guidance_is_mainly_for() -> None:
    lessons = teach_problem_areas(_library(Example("eld", {"brand": 3, "ran": 2})), EMBEDDER)
    assert lessons is not None
    assert (lessons.targets[0] * 7).tolist() == [7, 3]
