"""The model that ships, read by model2vec."""

from collections.abc import Sequence

import numpy as np
import pytest

from kb.embedding.embedder import Embedder
from kb.embedding.load import DEFAULT_MODEL, load_embedder
from kb.embedding.sentence_transformer import SentenceTransformerEmbedder
from kb.embedding.static_model import StaticEmbedder

TEXTS = (
    "ungar som kör epa på torget",
    "Skadegörelsebrott och klotter",
    "SKADEGÖRELSE",
    "people are tricked on the phone",
    "x",
    "日本 ☃",
    "kommunen " * 1000,
)
FLOAT16_STEP = 2.0**-11
"""The weights and the norm are float16: 11 significant bits of values below 1."""


@pytest.fixture(scope="module")
def by_sentence_transformers() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(DEFAULT_MODEL)


def test_the_default_model_is_read_by_model2vec(embedder: Embedder) -> None:
    assert isinstance(embedder, StaticEmbedder)
    assert embedder.model_id.startswith("till-handling-sv@")
    assert embedder.dim == embedder.embed_queries(["a"]).shape[1]


@pytest.mark.slow
@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], ()])
def test_sentence_transformers_gives_the_same_vectors(
    embedder: Embedder, by_sentence_transformers: SentenceTransformerEmbedder, texts: Sequence[str]
) -> None:
    ours, theirs = embedder.embed_passages(texts), by_sentence_transformers.embed_passages(texts)
    assert ours.shape == theirs.shape == (len(texts), embedder.dim)
    assert ours.dtype == theirs.dtype == np.float32
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=FLOAT16_STEP)
    assert by_sentence_transformers.model_id == embedder.model_id


def test_vectors_have_norm_1_and_a_text_without_a_token_0(embedder: Embedder) -> None:
    norms = np.linalg.norm(embedder.embed_passages([*TEXTS, ""]), axis=1)
    assert norms == pytest.approx([1.0] * len(TEXTS) + [0.0], abs=FLOAT16_STEP)


def test_a_texts_vector_does_not_hang_on_the_texts_beside_it(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, rtol=0, atol=FLOAT16_STEP)
    assert embedder.embed_queries(TEXTS).tolist() == together.tolist()


def test_what_means_the_same_is_nearer_than_what_does_not() -> None:
    car, vehicle, library = load_embedder().embed_queries(["bilstöld", "stulna fordon", "bibliotekets öppettider"])
    assert car @ vehicle > car @ library
