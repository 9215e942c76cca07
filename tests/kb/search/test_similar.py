"""What a reader of one document may want to weigh it against."""

import pytest

from kb.errors import UnknownSlug
from kb.search.searcher import Searcher
from kb.search.similar import find_similar
from tests.builders import make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.small_snapshot import make_searcher

CAMERA = make_guidance("kamera", "Kamera på torget", "Kameror bevakar torget.")
RULES = make_guidance("regler", "Regler för kamera", "Reglerna för kameror på torget.")
WALK = make_guidance("vandring", "Kvällsvandring", "Vuxna går på torget.", primary_areas=())
WARNED = make_guidance("varnad", "Kamera på torget", "Kameror bevakar torget.", recommendation="avråds")


def _searcher() -> Searcher:
    return make_searcher(AxisEmbedder("kamera", "torget"), [CAMERA, RULES, WALK, WARNED])


def test_the_nearest_comes_first_and_the_document_itself_is_left_out() -> None:
    assert [similar.document.slug for similar in find_similar("kamera", _searcher())] == ["regler", "vandring"]


def test_what_is_advised_against_is_like_nothing() -> None:
    assert "varnad" not in [similar.document.slug for similar in find_similar("regler", _searcher())]


def test_the_areas_that_both_are_for_are_told() -> None:
    areas = {similar.document.slug: similar.areas for similar in find_similar("kamera", _searcher())}
    assert areas == {"regler": ("narkotika",), "vandring": ()}


def test_likeness_is_a_share_and_falls() -> None:
    likeness = [similar.likeness for similar in find_similar("kamera", _searcher())]
    assert 1 >= likeness[0] > likeness[1] > 0


def test_no_more_than_asked_for() -> None:
    assert len(find_similar("kamera", _searcher(), 1)) == 1


def test_an_unknown_slug_is_refused() -> None:
    with pytest.raises(UnknownSlug, match="okand"):
        find_similar("okand", _searcher())
