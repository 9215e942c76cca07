"""The folder that is saved opens in sentence-transformers and gives the base's own vectors."""

from pathlib import Path

import numpy as np
import pytest
import torch

from kb.embedding.load import load_embedder
from tests.training.encoder.tiny_base import make_file
from training.encoder.make_base import save_encoder
from training.encoder.make_bert import make_bert
from training.encoder.read_base import parse_base
from training.encoder.tokenizer import make_tokenizer

BASE = parse_base(make_file())


@pytest.mark.slow
def test_the_folder_is_a_model_with_its_prompts(tmp_path: Path) -> None:
    kept = list(range(len(BASE.pieces.texts)))
    model, tokenizer = make_bert(BASE, kept), make_tokenizer(BASE.pieces)
    save_encoder(model, tokenizer, tmp_path / "base")
    found = load_embedder(tmp_path / "base").embed_queries(["bra ba"])[0]
    with torch.no_grad():
        hidden = model(input_ids=torch.tensor([tokenizer.encode("query: bra ba").ids])).last_hidden_state[0]
    mean = hidden.mean(0).numpy()
    assert np.allclose(found, mean / np.linalg.norm(mean), atol=1e-5)


@pytest.mark.slow
def test_rows_of_tokens_that_are_kept_stand_in_their_new_order() -> None:
    words = make_bert(BASE, [0, 1, 2, 3, 9, 4]).embeddings.word_embeddings.weight
    assert words.detach().numpy().tolist() == BASE.tensors["emb.word"][[0, 1, 2, 3, 9, 4]].tolist()
