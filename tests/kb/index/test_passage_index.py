"""A collection, indexed: built, saved and loaded."""

from pathlib import Path

import numpy as np
import pytest

from kb.index.passage_index import Index, IndexOptions, build_index, load_index, save_index
from kb.index.passages import FIELDS, Passage, embed
from tests.fakes.embedder import AxisEmbedder

PASSAGES = (
    Passage(slug="a", field="title", heading="", anchor="", context="eld", text=""),
    Passage(slug="a", field="body", heading="", anchor="", context="eld", text="hus"),
    Passage(slug="b", field="title", heading="", anchor="", context="hus", text=""),
    Passage(slug="b", field="body", heading="", anchor="", context="hus", text="eld"),
    Passage(slug="b", field="phrasing", heading="", anchor="", context="", text="båt"),
)


@pytest.fixture
def index() -> Index:
    return build_index(PASSAGES, embed(PASSAGES, AxisEmbedder("eld", "hus")))


def test_a_documents_passages_are_neighbours(index: Index) -> None:
    assert index.slugs == ("a", "b")
    assert index.starts.tolist() == [0, 2, 5]
    assert index.owners.tolist() == [0, 0, 1, 1, 1]
    assert [FIELDS[field] for field in index.fields] == ["title", "body", "title", "body", "phrasing"]
    assert index.position("b") == 1


def test_a_title_is_found_by_its_words_and_a_body_by_its_own_not_the_titles(index: Index) -> None:
    assert (index.passage_lexical.score({"=eld": 1.0}) > 0).tolist() == [True, False, False, True, False]


def test_a_word_counts_three_times_in_a_title_and_one_and_a_half_in_a_phrasing(index: Index) -> None:
    # lengths: a has 3 eld + 1 hus, b has 3 hus + 1 eld + 1.5 båt; k1 is 1 and b 0.9
    mean = (4 + 5.5) / 2
    of_a = 3 / (3 + (0.1 + 0.9 * 4 / mean))
    of_b = 1 / (1 + (0.1 + 0.9 * 5.5 / mean))
    assert index.document_lexical.score({"=eld": 1.0}) == pytest.approx([of_a, of_b])
    assert index.document_lexical.score({"=båt": 1.0}) == pytest.approx([0.0, 1.5 / (1.5 + (0.1 + 0.9 * 5.5 / mean))])


def test_fields_may_weigh_otherwise() -> None:
    vectors = embed(PASSAGES, AxisEmbedder("eld"))
    alike = build_index(PASSAGES, vectors, None, IndexOptions(field_weights=dict.fromkeys(FIELDS, 1.0)))
    scores = alike.document_lexical.score({"=eld": 1.0})  # a has 1 eld + 1 hus, b besides 1 båt
    mean = (2 + 3) / 2
    assert scores == pytest.approx([1 / (1 + (0.1 + 0.9 * 2 / mean)), 1 / (1 + (0.1 + 0.9 * 3 / mean))])


def test_a_heading_is_part_of_what_a_body_is_found_by() -> None:
    passages = (Passage(slug="a", field="body", heading="Evidens", anchor="evidens", context="eld", text="hus"),)
    index = build_index(passages, np.ones((1, 1), np.float32))
    assert index.passage_lexical.score({"=evid": 1.0})[0] > 0


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_index_is_saved_as_the_same_bytes(index: Index, tmp_path: Path) -> None:
    save_index(index, tmp_path / "one")
    save_index(load_index(tmp_path / "one"), tmp_path / "two")
    saved = files_of(tmp_path / "one")
    assert len(saved) == len(["passages.json", "vectors.faiss"]) + 2 * 5
    assert files_of(tmp_path / "two") == saved


def test_a_loaded_index_is_the_saved_one(index: Index, tmp_path: Path) -> None:
    save_index(index, tmp_path / "index")
    loaded = load_index(tmp_path / "index")
    assert (loaded.slugs, loaded.passages) == (index.slugs, index.passages)
    positions = np.arange(len(PASSAGES))
    assert loaded.vectors.vectors(positions).tolist() == index.vectors.vectors(positions).tolist()
    assert loaded.starts.tolist() == index.starts.tolist()
    assert loaded.owners.tolist() == index.owners.tolist()
    assert loaded.fields.tolist() == index.fields.tolist()
    query = np.array([0, 1], np.float32)
    assert loaded.vectors.search(query, 2).tolist() == index.vectors.search(query, 2).tolist()
    assert loaded.document_lexical.score({"=eld": 1.0}).tolist() == index.document_lexical.score({"=eld": 1.0}).tolist()
