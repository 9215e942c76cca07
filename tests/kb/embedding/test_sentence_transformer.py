"""Any sentence-transformers model in place of the one that ships."""

from pathlib import Path

import numpy as np
import pytest

from kb.embedding.embedder import Embedder
from kb.embedding.load import load_embedder
from kb.embedding.sentence_transformer import SentenceTransformerEmbedder
from kb.errors import SnapshotMismatch
from kb.models.models import load_models
from kb.search.open_searcher import open_searcher
from kb.snapshot.open_snapshot import open_snapshot
from tests.builders import make_area, make_guidance
from tests.kb.embedding.tiny_models import save_bert, save_static_and_dense
from tests.kb.small_snapshot import make_snapshot, save_snapshot

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_bert(tmp_path_factory.mktemp("models") / "tiny-bert")


@pytest.fixture(scope="module")
def dense(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_static_and_dense(tmp_path_factory.mktemp("models") / "tiny-dense")


def test_a_static_model_with_a_layer_after_it_keeps_its_layer(dense: Path) -> None:
    embedder = load_embedder(dense)
    assert embedder.dim == 2
    assert embedder.embed_passages(["eld", "knark", "eld knark"]) == pytest.approx(
        np.array([[0, 1], [1, 0], [0.5**0.5, 0.5**0.5]])
    )


def test_a_text_without_a_known_token_has_the_vector_0(dense: Path) -> None:
    assert load_embedder(dense).embed_queries(["båt"]).tolist() == [[0.0, 0.0]]


def test_a_transformer_is_loaded_with_its_name_and_size(bert: Path) -> None:
    embedder = load_embedder(bert)
    assert isinstance(embedder, SentenceTransformerEmbedder)
    assert embedder.model_id.startswith("tiny-bert@")
    assert embedder.dim == 8


def test_vectors_are_float32_of_norm_1(bert: Path) -> None:
    vectors = load_embedder(bert).embed_passages(["eld", "knark eld", ""])
    assert vectors.shape == (3, 8)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0] * 3)


def test_no_texts_give_no_vectors(bert: Path) -> None:
    embedder = load_embedder(bert)
    assert embedder.embed_passages([]).shape == embedder.embed_queries([]).shape == (0, 8)


def test_the_models_own_prompts_stand_before_queries_and_passages(bert: Path) -> None:
    embedder = load_embedder(bert)
    as_query, as_passage = embedder.embed_queries(["eld"]), embedder.embed_passages(["eld"])
    assert not np.allclose(as_query, as_passage, atol=1e-3)
    assert as_query == pytest.approx(embedder.embed_queries(["ELD"]))


def test_other_weights_are_another_model(bert: Path, tmp_path: Path) -> None:
    other = save_bert(tmp_path / "tiny-bert")
    assert load_embedder(other).model_id != load_embedder(bert).model_id
    assert load_embedder(bert).model_id == load_embedder(bert).model_id


@pytest.mark.parametrize("name", ["bert", "dense"])
def test_a_snapshot_is_built_and_searched_with_a_configured_model(
    name: str, request: pytest.FixtureRequest, tmp_path: Path, embedder: Embedder
) -> None:
    configured = load_embedder(request.getfixturevalue(name))
    guidance = [make_guidance("brand", "eld"), make_guidance("langning", "knark")]
    made = make_snapshot(configured, guidance, areas=[make_area("narkotika", "knark")])
    save_snapshot(made, tmp_path)
    opened = open_snapshot(tmp_path)
    assert (opened.manifest.model_id, opened.manifest.dim) == (configured.model_id, configured.dim)
    hits = open_searcher(opened, configured, load_models()).search_guidance("knark").hits
    assert hits[0].document.slug == "langning"
    with pytest.raises(SnapshotMismatch, match=f"{configured.model_id}, the configured one is {embedder.model_id}"):
        open_searcher(opened, embedder, load_models())
