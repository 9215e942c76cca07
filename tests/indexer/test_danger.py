"""What the content teaches of who is in danger."""

import numpy as np

from indexer.danger import teach_danger
from kb.documents import DangerExample, Example, Library
from tests.fakes.embedder import AxisEmbedder

EMBEDDER = AxisEmbedder("slår", "klotter")
BEATEN, CALM = EMBEDDER.embed_queries(["slår", "klotter"])
ASKED = (Example("klotter", {}), Example("klotter igen", {}), Example("slår och klotter", {}, risk="unclear"))


def _library(*danger: DangerExample, examples: tuple[Example, ...] = ASKED) -> Library:
    return Library((), (), (), examples=examples, danger=danger)


def test_it_tells_the_judged_from_how_people_ask_and_keeps_the_vectors_of_the_judged() -> None:
    recogniser = teach_danger(_library(DangerExample("han slår mig", "close_violence")), EMBEDDER)
    assert recogniser is not None
    assert recogniser.find_risks(BEATEN[None]) == {"close_violence"}
    calm, beaten = recogniser.rate(np.array([CALM, BEATEN]))
    assert calm < beaten
    assert (recogniser.texts, recogniser.vectors.tolist()) == (("han slår mig",), [BEATEN.tolist()])


def test_without_an_example_of_danger_there_is_none() -> None:
    assert teach_danger(_library(DangerExample("statistik", None)), EMBEDDER) is None
    assert teach_danger(_library(), EMBEDDER) is None


def test_without_how_people_ask_there_is_none() -> None:
    assert teach_danger(_library(DangerExample("han slår mig", "close_violence"), examples=()), EMBEDDER) is None
