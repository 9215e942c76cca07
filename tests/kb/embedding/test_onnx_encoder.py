"""The model that ships, read by onnxruntime."""

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from kb.embedding.embedder import Embedder
from kb.embedding.load import DEFAULT_MODEL
from kb.embedding.onnx_encoder import OnnxEncoder

TEXTS = (
    "ungar som kör epa på torget",
    "Skadegörelsebrott och klotter",
    "SKADEGÖRELSE",
    "people are tricked on the phone",
    "x",
    "",
    "日本 ☃",
    "kommunen " * 1000,
)


@pytest.fixture(scope="module")
def by_sentence_transformers() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(DEFAULT_MODEL), device="cpu", local_files_only=True, trust_remote_code=True)


def test_the_default_model_is_an_encoder_of_its_own_name_and_size(embedder: Embedder) -> None:
    assert isinstance(embedder, OnnxEncoder)
    assert embedder.model_id.startswith("till-handling-sv@")
    assert embedder.dim == embedder.embed_queries(["a"]).shape[1]


@pytest.mark.slow
@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1]])
def test_sentence_transformers_gives_the_same_vectors(
    embedder: Embedder, by_sentence_transformers: Any, texts: Sequence[str]
) -> None:
    ours, theirs = embedder.embed_queries(texts), by_sentence_transformers.encode_query(list(texts))
    assert ours.shape == theirs.shape == (len(texts), embedder.dim)
    assert ours.dtype == theirs.dtype == np.float32
    assert np.array_equal(ours, theirs)
    assert np.array_equal(embedder.embed_passages(texts), by_sentence_transformers.encode_document(list(texts)))


def test_vectors_have_norm_1_and_no_text_is_an_empty_array(embedder: Embedder) -> None:
    assert np.linalg.norm(embedder.embed_passages(TEXTS), axis=1) == pytest.approx([1.0] * len(TEXTS), abs=1e-5)
    assert embedder.embed_queries([]).shape == (0, embedder.dim)


def test_a_texts_vector_does_not_hang_on_the_texts_beside_it(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    assert np.array_equal(together, alone)


def test_a_query_and_a_passage_have_prompts_of_their_own(embedder: Embedder) -> None:
    assert isinstance(embedder, OnnxEncoder)
    assert np.array_equal(embedder.embed_queries(["klotter"]), embedder.embed(["query: klotter"]))
    assert np.array_equal(embedder.embed_passages(["klotter"]), embedder.embed(["passage: klotter"]))


@pytest.mark.parametrize(
    ("query", "near", "far"),
    [
        ("bilstöld", "stulna fordon", "bibliotekets öppettider"),
        ("mörk gångtunnel där kvinnor inte vågar gå", "Belysning i offentlig miljö", "Föräldraprogram för alla"),
        ("a parents' course for an eight-year-old", "Komet, föräldrastöd för barn 3-11 år", "Märkning mot stöld"),
        ("nån lurar gamla på pengar i telefon", "Förebygga bedrägerier mot äldre", "Nattvandring"),
    ],
)
def test_what_means_the_same_is_nearer_than_what_does_not(embedder: Embedder, query: str, near: str, far: str) -> None:
    (asked,) = embedder.embed_queries([query])
    nearer, farther = embedder.embed_passages([near, far]) @ asked
    assert nearer > farther
