"""The recogniser fitted in a space of two dimensions: danger lies along the first."""

import numpy as np

from kb.embedding.embedder import Vectors
from kb.urgency.fit_recogniser import FALSE_SHARE, HARDEST, fit_recogniser
from kb.urgency.recogniser import Recogniser
from kb.vocabulary import Risk

CALM = np.array([[0.0, 1.0]], np.float32)
BEATEN = np.array([[1.0, 0.0]], np.float32)
VIOLENCE: Risk = "close_violence"


def _fit(judged: list[Risk], everyday: Vectors) -> Recogniser:
    """Of judged examples that lie like BEATEN, and everyday ones that tell of nobody in danger."""
    vectors = np.concatenate([np.repeat(BEATEN, len(judged), axis=0), everyday])
    return fit_recogniser(vectors, [*judged, *[None] * len(everyday)], np.arange(len(vectors)) >= len(judged))


def _spread(n: int) -> Vectors:
    """Everyday queries that all lie apart, so that a line can part them."""
    angles = np.linspace(0.5, np.pi / 2, n)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def test_what_lies_like_the_dangerous_ones_is_told_with_its_kind_and_the_calm_is_not() -> None:
    recogniser = _fit([VIOLENCE] * 20, np.repeat(CALM, 40, axis=0))
    assert recogniser.find_risks(BEATEN) == {VIOLENCE}
    assert recogniser.find_risks(np.array([[0.6, 0.8]], np.float32), least=0.5) == set()


def test_two_kinds_that_lie_alike_are_both_told() -> None:
    assert _fit([VIOLENCE, "honour"] * 10, np.repeat(CALM, 40, axis=0)).find_risks(BEATEN) == {VIOLENCE, "honour"}


def test_danger_between_two_calm_directions_is_told_from_both() -> None:
    """What no line parts a square does: calm is what lies along one of two directions, danger what lies along both."""
    first, second = np.eye(2, dtype=np.float32)
    both = np.array([[0.7, 0.7], [-0.7, -0.7]], np.float32)
    vectors = np.concatenate([np.repeat(both, 20, axis=0), *(np.array([way, -way] * 20) for way in (first, second))])
    told: list[Risk | None] = [*[VIOLENCE] * 40, *[None] * 80]
    recogniser = fit_recogniser(vectors, told, np.arange(120) >= 40)
    assert all(recogniser.find_risks(way[None]) for way in both)
    assert recogniser.rate(both).min() > recogniser.rate(np.stack([first, second])).max()


def test_of_everyday_queries_at_most_the_share_lies_above_the_line() -> None:
    everyday = _spread(200)
    above = (_fit([VIOLENCE] * 50, everyday).rate(everyday) >= 0).sum()
    assert 0 < above <= FALSE_SHARE * 200


def test_calm_queries_beyond_the_hardest_count_for_the_line_too() -> None:
    everyday = _spread(HARDEST + 500)
    above = (_fit([VIOLENCE] * 50, everyday).rate(everyday) >= 0).sum()
    assert 0.5 * FALSE_SHARE * len(everyday) <= above <= 1.5 * FALSE_SHARE * len(everyday)
