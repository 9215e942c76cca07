"""Danger rated by a form worked by hand, in a space of two dimensions: danger lies along the first."""

from pathlib import Path

import numpy as np

from kb.urgency.recogniser import NEAR, Recogniser, load_recogniser, save_recogniser
from kb.vocabulary import RISKS

CALM = np.array([[0.0, 1.0]], np.float32)
BEATEN = np.array([[1.0, 0.0]], np.float32)
BETWEEN = np.array([[0.8, 0.6]], np.float32)
VIOLENCE, CHILD_ABUSE, *_ = RISKS


def _make(child_abuse: float = 0.0) -> Recogniser:
    """The square of the first number, less a half; close violence likely, and child abuse as likely as said."""
    form = np.diag([1.0, 0.0, -0.5])
    kinds = np.zeros((3, len(RISKS)))
    kinds[-1, :2] = 1.0, child_abuse
    return Recogniser(form=form, kinds=kinds, texts=("han slår mig",), vectors=BEATEN)


def test_texts_are_rated_by_how_far_they_are_above_the_line() -> None:
    rated = _make().rate(np.concatenate([CALM, BEATEN, BETWEEN]))
    assert np.allclose(rated, [0.0 - 0.5, 1.0 - 0.5, 0.8**2 - 0.5])


def test_what_is_above_the_line_is_told_with_its_kind_and_what_is_below_with_none() -> None:
    assert _make().find_risks(BEATEN) == {VIOLENCE}
    assert _make().find_risks(CALM) == set()


def test_a_text_between_is_told_unless_more_is_asked_for() -> None:
    assert _make().find_risks(BETWEEN)
    assert _make().find_risks(BETWEEN, least=0.2) == set()


def test_one_of_many_texts_is_enough_and_no_text_tells_of_nothing() -> None:
    assert _make().find_risks(np.concatenate([CALM, BEATEN])) == {VIOLENCE}
    assert _make().find_risks(CALM[:0]) == set()


def test_a_kind_is_told_too_when_it_is_nearly_as_likely() -> None:
    assert _make(1.0 - NEAR / 2).find_risks(BEATEN) == {VIOLENCE, CHILD_ABUSE}
    assert _make(1.0 - 2 * NEAR).find_risks(BEATEN) == {VIOLENCE}


def test_a_saved_recogniser_opens_as_it_was(tmp_path: Path) -> None:
    saved = _make()
    save_recogniser(saved, tmp_path)
    opened = load_recogniser(tmp_path)
    assert opened is not None
    assert opened.texts == saved.texts
    assert np.array_equal(opened.form, saved.form)
    assert np.array_equal(opened.kinds, saved.kinds)
    assert np.array_equal(opened.vectors, saved.vectors)


def test_where_none_is_saved_there_is_none(tmp_path: Path) -> None:
    assert load_recogniser(tmp_path) is None
