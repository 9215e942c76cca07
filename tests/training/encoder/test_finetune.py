"""A small encoder is trained by steps that can be repeated."""

import numpy as np
import pytest
import torch
from transformers import BertModel

from tests.training.encoder.tiny_base import make_file
from training.encoder.examples import Source, pair_examples
from training.encoder.finetune import Course, embed, finetune
from training.encoder.make_bert import make_bert
from training.encoder.read_base import parse_base
from training.encoder.reading_heads import LabelledUnit
from training.encoder.tokenizer import make_tokenizer

BASE = parse_base(make_file())
TOKENIZER = make_tokenizer(BASE.pieces)
PAIRS = [("bra", "a"), ("b", "r"), ("ab", "ra"), ("rb", "ba")]
COURSE = Course(steps=80, batch=4, rate=3e-3, temperature=0.1, frozen=0, sources=1)


TEXTS = [[LabelledUnit(text="bra", stance=0, areas=("klotter",)), LabelledUnit(text="ra", stance=None, areas=())]]


def _compare(model: BertModel) -> np.ndarray:
    """The cosines of all queries and all answers, float32 (n, n)."""
    queries = embed(model, TOKENIZER, ["query: " + query for query, _ in PAIRS])
    return np.asarray(queries @ embed(model, TOKENIZER, ["passage: " + text for _, text in PAIRS]).T)


@pytest.mark.slow
def test_training_changes_the_vectors_and_a_second_run_gives_the_same() -> None:
    torch.set_num_threads(1)
    base = make_bert(BASE, range(len(BASE.pieces.texts)))
    sources = [Source("pairs", list(pair_examples(PAIRS)), 1.0, {})]
    first, second = (_compare(finetune(base, TOKENIZER, sources, TEXTS, COURSE)) for _ in range(2))
    assert not np.array_equal(first, _compare(base))
    assert np.array_equal(first, second)


@pytest.mark.slow
def test_vectors_do_not_hang_on_the_order_of_the_texts() -> None:
    model = make_bert(BASE, range(len(BASE.pieces.texts)))
    texts = ["bra bra bra bra", "b", "ra ra"]
    there, back = embed(model, TOKENIZER, texts), embed(model, TOKENIZER, texts[::-1])[::-1]
    assert np.allclose(there, back, atol=2e-2)  # bfloat16 has 8 significant bits
    assert np.allclose(np.linalg.norm(there, axis=1), 1, atol=1e-5)
