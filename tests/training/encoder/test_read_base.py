"""The base's file: what is packed is unpacked, and another file is refused."""

import numpy as np
import pytest

from tests.training.encoder.tiny_base import HIDDEN, INNER, PIECES, SCORES, make_file
from training.encoder.read_base import parse_base


def test_pieces_come_with_their_scores_and_special_ones() -> None:
    pieces = parse_base(make_file()).pieces
    assert pieces.texts == PIECES
    assert pieces.scores.tolist() == list(SCORES)
    assert (pieces.bos, pieces.pad, pieces.eos, pieces.unknown) == (0, 1, 2, 3)


def test_a_code_point_may_stand_for_several() -> None:
    assert parse_base(make_file([("ﬁ", "fi"), ("\x01", "")])).pieces.normalised == {"ﬁ": "fi", "\x01": ""}


def test_a_weight_is_its_nibble_less_eight_times_the_scale() -> None:
    words = parse_base(make_file()).tensors["emb.word"]
    expected = np.random.default_rng(0).integers(-8, 8, (len(PIECES), HIDDEN)) * 0.5
    assert words.tolist() == expected.tolist()


def test_matrices_have_rows_and_columns_and_the_rest_is_flat() -> None:
    tensors = parse_base(make_file()).tensors
    assert tensors["l0.fi.w"].shape == (INNER, HIDDEN)
    assert tensors["l0.fo.w"].shape == (HIDDEN, INNER)
    assert (tensors["l0.fi.b"].shape, tensors["emb.ln.w"].shape) == ((INNER,), (HIDDEN,))


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin with b'E5S1'"):
        parse_base(b"GGUF" + bytes(100))
