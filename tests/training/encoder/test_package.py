"""A packaged encoder gives nearly the vectors that it was trained to, in both libraries the same."""

import warnings
from pathlib import Path

import numpy as np
import pytest

from kb.embedding.load import load_embedder
from kb.embedding.onnx_encoder import OnnxEncoder
from tests.training.encoder.tiny_base import make_file
from training.encoder.finetune import Course, embed
from training.encoder.make_base import save_encoder
from training.encoder.make_bert import make_bert
from training.encoder.model_card import SOURCES, write_model_card
from training.encoder.package import package
from training.encoder.read_base import parse_base
from training.encoder.tokenizer import make_tokenizer

BASE = parse_base(make_file())
TEXTS = ["bra", "bra ab", "ra b ra"]
NEARLY = 0.94
"""Cosines with the float model: 0.99 where the processor adds int8 products in 32 bits, 0.97 where it has but 16."""


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # the exporter's own, of each of its versions others
def test_the_folder_gives_the_models_vectors(tmp_path: Path) -> None:
    model, tokenizer = make_bert(BASE, range(len(BASE.pieces.texts))), make_tokenizer(BASE.pieces)
    save_encoder(model, tokenizer, tmp_path / "whole")
    package(tmp_path / "whole", tmp_path / "packed", TEXTS)
    packed = load_embedder(tmp_path / "packed")
    assert isinstance(packed, OnnxEncoder)
    found, wanted = packed.embed_queries(TEXTS), embed(model, tokenizer, [f"query: {text}" for text in TEXTS])
    assert ((found * wanted).sum(axis=1) > NEARLY).all()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

        read = SentenceTransformer(str(tmp_path / "packed"), trust_remote_code=True, device="cpu")
    assert np.array_equal(read.encode_query(TEXTS), found)
    assert np.array_equal(read.encode_document(TEXTS), packed.embed_passages(TEXTS))


def test_the_card_tells_every_source_with_its_licence(tmp_path: Path) -> None:
    write_model_card(tmp_path, Course(), dict.fromkeys(SOURCES, 1200))
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert card.count("| 1,200 |") == len(SOURCES)
    assert "CC BY-SA 2.5" in card
