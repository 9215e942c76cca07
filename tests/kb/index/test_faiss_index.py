"""Vectors in FAISS, with the filter inside the search."""

from pathlib import Path

import numpy as np
import pytest

from kb.embedding.embedder import Vectors
from kb.index.faiss_index import SKETCHED_FROM, FaissIndex

N = 11
"""More than 8, so that the filter's bits fill more than one byte."""


@pytest.fixture
def vectors() -> Vectors:
    """Vectors that turn away from the first axis, one step each: the inner product with it falls with the position."""
    angles = np.linspace(0, np.pi, N)
    return np.stack([np.cos(angles), np.sin(angles)], 1).astype(np.float32)


QUERY = np.array([1, 0], np.float32)


def test_the_nearest_come_first(vectors: Vectors) -> None:
    assert FaissIndex.build(vectors).search(QUERY, 3, None).tolist() == [0, 1, 2]
    assert FaissIndex.build(vectors).search(-QUERY, 2, None).tolist() == [N - 1, N - 2]


def test_the_filter_acts_inside_the_search(vectors: Vectors) -> None:
    allowed = np.zeros(N, np.bool_)
    allowed[[4, 9]] = True
    index = FaissIndex.build(vectors)
    assert index.search(QUERY, 1, allowed).tolist() == [4]  # a filter on a list of 1 would have left nothing
    assert index.search(QUERY, 5, allowed).tolist() == [4, 9]


def test_nothing_allowed_finds_nothing(vectors: Vectors) -> None:
    assert FaissIndex.build(vectors).search(QUERY, 3, np.zeros(N, np.bool_)).tolist() == []


def test_asking_for_none_gives_none(vectors: Vectors) -> None:
    assert FaissIndex.build(vectors).search(QUERY, 0, None).tolist() == []
    assert FaissIndex.build(vectors[:0]).search(QUERY, 0, None).tolist() == []


def test_asking_for_more_than_there_are_gives_all(vectors: Vectors) -> None:
    assert FaissIndex.build(vectors).search(QUERY, 50, None).tolist() == list(range(N))


def test_a_saved_index_finds_the_same(vectors: Vectors, tmp_path: Path) -> None:
    FaissIndex.build(vectors).save(tmp_path / "vectors.faiss")
    loaded = FaissIndex.load(tmp_path / "vectors.faiss")
    allowed = np.arange(N) % 2 == 1
    assert loaded.search(QUERY, 3, allowed).tolist() == [1, 3, 5]
    assert loaded.score(QUERY).tolist() == FaissIndex.build(vectors).score(QUERY).tolist()
    loaded.save(tmp_path / "again.faiss")
    assert (tmp_path / "again.faiss").read_bytes() == (tmp_path / "vectors.faiss").read_bytes()


def test_given_vectors_are_scored_by_their_cosine(vectors: Vectors) -> None:
    index = FaissIndex.build(vectors)
    assert index.score(QUERY, np.array([3, 1])) == pytest.approx([np.cos(np.pi * 3 / 10), np.cos(np.pi / 10)])
    assert index.score(QUERY) == pytest.approx(np.cos(np.linspace(0, np.pi, N)), abs=1e-6)


def test_no_vector_has_no_score(vectors: Vectors) -> None:
    assert FaissIndex.build(vectors).score(QUERY, np.array([], np.int64)).tolist() == []
    assert FaissIndex.build(vectors[:0]).score(QUERY).tolist() == []


def test_a_vector_is_read_back_as_it_was_given(vectors: Vectors) -> None:
    index = FaissIndex.build(vectors)
    assert index.n_vectors == N
    assert index.vectors(np.array([7, 2])).tolist() == vectors[[7, 2]].tolist()
    assert FaissIndex.build(vectors[:0]).vectors(np.array([], np.int64)).shape == (0, 2)


def test_groups_are_compared_by_the_cosine_of_their_sums() -> None:
    index = FaissIndex.build(np.array([[1, 0], [0, 1], [0.6, 0.8], [0, 0]], np.float32))
    # the sums are (1, 1), (0.6, 0.8) and (0, 0)
    assert index.compare(np.array([0, 2, 3, 4]), 0) == pytest.approx([1, (0.6 + 0.8) / 2**0.5, 0])


@pytest.fixture(scope="module")
def many() -> Vectors:
    """Enough vectors for a sketch, in 40 bundles."""
    chosen = np.random.default_rng(0)
    vectors = chosen.normal(size=(40, 64))[np.arange(SKETCHED_FROM) % 40] + 0.5 * chosen.normal(
        size=(SKETCHED_FROM, 64)
    )
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


@pytest.fixture(scope="module")
def sketched(many: Vectors) -> FaissIndex:
    return FaissIndex.build(many)


def test_a_search_by_way_of_the_sketch_finds_nearly_all_of_the_nearest(many: Vectors, sketched: FaissIndex) -> None:
    nearest = np.argsort(-(many @ many[7]))
    found = sketched.search(many[7], 100)
    assert found[0] == 7
    assert len(set(found.tolist()) & set(nearest[:100].tolist())) >= 90


def test_the_sketch_takes_no_part_in_scores_or_in_what_is_read_back(many: Vectors, sketched: FaissIndex) -> None:
    positions = np.array([SKETCHED_FROM - 1, 3])
    assert sketched.score(many[7]) == pytest.approx(many @ many[7], abs=1e-6)
    assert sketched.score(many[7], positions) == pytest.approx(many[positions] @ many[7], abs=1e-6)
    assert sketched.vectors(positions).tolist() == many[positions].tolist()


def test_a_filter_acts_inside_a_search_by_way_of_the_sketch(many: Vectors, sketched: FaissIndex) -> None:
    allowed = np.zeros(SKETCHED_FROM, np.bool_)
    allowed[[11, 5, 12_345]] = True
    order = np.array([11, 5, 12_345])[np.argsort(-(many[[11, 5, 12_345]] @ many[7]))]
    assert sketched.search(many[7], 2, allowed).tolist() == order[:2].tolist()
    assert sketched.search(many[7], 9, allowed).tolist() == order.tolist()
    assert sketched.search(many[7], 9, np.zeros(SKETCHED_FROM, np.bool_)).tolist() == []


def test_the_same_vectors_give_the_same_sketch(many: Vectors, sketched: FaissIndex, tmp_path: Path) -> None:
    sketched.save(tmp_path / "one.faiss")
    FaissIndex.build(many).save(tmp_path / "other.faiss")
    assert (tmp_path / "one.faiss").read_bytes() == (tmp_path / "other.faiss").read_bytes()
    loaded = FaissIndex.load(tmp_path / "one.faiss")
    assert loaded.n_vectors == SKETCHED_FROM
    assert loaded.search(many[7], 100).tolist() == sketched.search(many[7], 100).tolist()
    assert loaded.score(many[7], np.array([3])).tolist() == sketched.score(many[7], np.array([3])).tolist()


def test_vectors_that_cannot_be_cut_into_parts_of_four_have_no_sketch(many: Vectors) -> None:
    three = np.ascontiguousarray(many[:, :3])
    assert FaissIndex.build(three).search(three[7], 1).tolist() == [int(np.argmax(three @ three[7]))]
