"""The guidance as it is for one problem area."""

from kb.search.answer import Page
from kb.search.one_area import find_area
from kb.search.searcher import Searcher
from tests.builders import make_area, make_evidence, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher

AREAS = ("stold", "otrygghet")
LIGHTING = make_guidance(
    "belysning",
    text="ljus",
    primary_areas=AREAS,
    evidence=(make_evidence("god", for_areas=("stold",)), make_evidence("svag", for_areas=("otrygghet",))),
)
WALKS = make_guidance(
    "vandring", text="ljus", primary_areas=AREAS, evidence=(make_evidence("begränsad", for_areas=("otrygghet",)),)
)


def _open() -> Searcher:
    models = make_models(guidance=weigh(intercept=-6, threshold=0.5, cosine_body=12))
    areas = [make_area(slug) for slug in AREAS]
    return make_searcher(AxisEmbedder("ljus"), [LIGHTING, WALKS], areas=areas, models=models)


def _find(area: str, **changed: str) -> list[str]:
    filters = {"problem_area": [area], **{facet: [value] for facet, value in changed.items()}}
    searcher = _open()
    found = searcher.answer_guidance(searcher.ask("ljus"), Page(filters=filters, first=0, n=9, sort="evidence"))
    return [hit.document.slug for hit in found.hits]


def test_the_order_by_evidence_is_that_of_the_areas_badges() -> None:
    assert _find("stold") == ["belysning", "vandring"]
    assert _find("otrygghet") == ["vandring", "belysning"]


def test_a_rating_filters_by_the_areas_badges() -> None:
    assert _find("otrygghet", rating="svag") == ["belysning"]
    assert _find("stold", rating="god") == ["belysning"]
    assert _find("otrygghet", rating="god") == []


def test_one_area_is_asked_for_or_none() -> None:
    assert find_area({"problem_area": ["stold"]}) == "stold"
    assert find_area({"problem_area": list(AREAS)}) is None
    assert find_area({}) is None
