"""A searcher of five documents whose relevance can be worked out in the head, and queries for the shipped ones."""

from collections.abc import Sequence

from kb.documents import Guidance
from kb.models.models import Models
from kb.search.describe import Hit
from kb.search.searcher import Searcher
from tests.builders import make_evidence, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher

EMBEDDER = AxisEmbedder("eld", "knark", "rån")
SHIPPED_QUERIES = [
    "ungar som kör epa på torget",
    "öppen narkotikaförsäljning vid stationen",
    "äldre luras i telefon",
    "fängelsebesök för att skrämma unga",
]


def slugs_of(hits: Sequence[Hit[Guidance]]) -> list[str]:
    return [hit.document.slug for hit in hits]


BY_BODY = weigh(intercept=-6, threshold=0.5, cosine_body=12)
BY_MEANING = make_models(guidance=BY_BODY, experts=BY_BODY)
"""Relevance follows the cosine of a document's body alone: 1 / (1 + exp(6 - 12 cosine))."""


def open_small(models: Models = BY_MEANING) -> Searcher:
    """For the query `eld`: a and d say that alone (cosine 1), b one thing more (0.71), c something else (0)."""
    return make_searcher(
        EMBEDDER,
        [
            make_guidance("a", text="eld", evidence=(make_evidence("svag"),), settings=("skola",)),
            make_guidance("b", text="eld, knark", evidence=(make_evidence("stark"),), settings=("hem",)),
            make_guidance("c", text="rån", evidence=(make_evidence("stark"),), settings=("skola", "hem")),
            make_guidance("d", text="eld", evidence=(), settings=("skola", "hem")),
            make_guidance("warned", text="eld", recommendation="avråds", evidence=()),
        ],
        models=models,
    )
