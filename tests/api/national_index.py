"""A small index for the national view: areas that the police have listed, methods with known and unknown effects."""

from pathlib import Path

from kb.documents import Guidance
from kb.embedding.embedder import Embedder
from kb.registers import AreaClass, PoliceArea
from kb.vocabulary import Certainty, Effect, Recommendation
from tests.api.case_service import publish_small
from tests.builders import make_evidence, make_guidance

AREA = "nyrekrytering"
LISTED: tuple[tuple[str, AreaClass, int], ...] = (
    ("Norrby", "särskilt utsatt", 2025),
    ("Hulta", "utsatt", 2025),
    ("Alby", "riskområde", 2023),
    ("Brunn", "riskområde", 2023),
    ("Dal", "riskområde", 2023),
)
"""Areas of Borås: it has two on the newest list and had three on the one before."""
METHODS: tuple[tuple[str, Effect, Certainty, Recommendation], ...] = (
    ("avrads", "minskar", "hög", "avråds"),
    ("minskar", "minskar mycket", "hög", "rekommenderas"),
    ("okand", "inte känt", "mycket låg", "prövas"),
    ("osaker", "minskar", "låg", "prövas"),
    ("skadar", "ökar", "måttlig", "avråds"),
)
"""For AREA: slug, effect, certainty, recommendation; beside these is one whose outcome is of another area."""


def publish_national(folder: Path, embedder: Embedder) -> Path:
    """The folder of snapshots with it."""
    areas = tuple(
        PoliceArea(name=name, area_class=area_class, municipality_code="1490", list_year=year, is_derived=False)
        for name, area_class, year in LISTED
    )
    return publish_small(folder, embedder, areas, tuple(_make_method(*method) for method in METHODS))


def _make_method(slug: str, effect: Effect, certainty: Certainty, recommendation: Recommendation) -> Guidance:
    outcome = make_evidence(effect=effect, certainty=certainty, for_areas=(AREA,))
    return make_guidance(slug, primary_areas=(AREA,), evidence=(outcome,), recommendation=recommendation)
