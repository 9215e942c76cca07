"""Suggestions: what begins as it was typed, shortest first, and nothing that is advised against."""

import pytest

from kb.search.suggest import suggest
from tests.builders import make_area, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.small_snapshot import make_snapshot

SNAPSHOT = make_snapshot(
    AxisEmbedder("eld"),
    [
        make_guidance("a", "Nattvandring"),
        make_guidance("b", "Vandring med EU:s natt-ekipage"),
        make_guidance("c", "Nattliga besök i fängelse", recommendation="avråds"),
        make_guidance("d", "Ätstörningar"),
    ],
    areas=[make_area("narkotika", "Narkotika", terms=("nattknark", "Nattvandring"), jargon=("nattgrönt",))],
)


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("natt", ["nattknark", "Nattvandring", "Vandring med EU:s natt-ekipage"]),
        ("NATTV", ["Nattvandring"]),
        ("eki", ["Vandring med EU:s natt-ekipage"]),
        ("natt vand", ["Vandring med EU:s natt-ekipage"]),
        ("vandring eu", ["Vandring med EU:s natt-ekipage"]),
        ("vandring", ["Vandring med EU:s natt-ekipage"]),
        ("ätst", ["Ätstörningar"]),
        ("atst", []),
        ("nattg", []),
        (" ", []),
        ("?", []),
    ],
)
def test_every_word_that_is_typed_begins_a_word(typed: str, suggested: list[str]) -> None:
    assert suggest(typed, SNAPSHOT) == suggested


def test_there_are_so_many_at_most() -> None:
    assert suggest("natt", SNAPSHOT, most=1) == ["nattknark"]
