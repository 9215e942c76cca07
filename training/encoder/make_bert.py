"""The base's tensors as a BertModel of transformers, with the rows of the tokens that are kept."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertConfig, BertModel

from training.encoder.read_base import BaseEncoder

_EMBEDDINGS = {
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_PARTS = {"w": "weight", "b": "bias"}


def make_bert(base: BaseEncoder, kept: Sequence[int]) -> BertModel:
    """A model of the base in float32, without pooler; kept : ids of the tokens, in the order of their new ids."""
    sizes = base.sizes
    config = BertConfig(
        vocab_size=len(kept),
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.inner,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.kinds,
        layer_norm_eps=sizes.epsilon,
        pad_token_id=base.pieces.pad,
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict({name: torch.from_numpy(np.array(values)) for name, values in _name(base, kept).items()})
    model.eval()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    return model


def _name(base: BaseEncoder, kept: Sequence[int]) -> Mapping[str, NDArray[np.float32]]:
    named = {"embeddings.word_embeddings.weight": base.tensors["emb.word"][np.array(kept)]}
    named |= {ours: base.tensors[theirs] for theirs, ours in _EMBEDDINGS.items()}
    for layer in range(base.sizes.layers):
        for theirs, ours in _LAYER.items():
            for part, name in _PARTS.items():
                named[f"encoder.layer.{layer}.{ours}.{name}"] = base.tensors[f"l{layer}.{theirs}.{part}"]
    return named
