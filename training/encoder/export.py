"""The encoder as an ONNX file in int8: weights a byte each with a scale a row, activations quantised as they come.

The inner activations of a layer have a few numbers that are far larger than the rest, so that one scale for all leaves
little for the others: alone they take the mean cosine with float32 from 0.999 to 0.994. Each is divided by a number of
its own before, and its weights are multiplied by the same (Xiao et al., SmoothQuant, ICML 2023).
"""

import tempfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

SHARE = 0.8
"""How much of an activation's size its weights take over: mean cosine 0.9977 at 0.5, 0.9988 at 0.8."""
INPUTS = ("input_ids", "attention_mask")
OUTPUTS = ("vectors", "shared")
SHARED_LAYERS = 8
"""Of twelve, those that search and the reading of units share; all of a model that has fewer."""


class _Smoothed(nn.Module):
    """A linear layer whose inputs are brought to like sizes first."""

    def __init__(self, dense: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        scale = (largest**SHARE / dense.weight.abs().amax(0) ** (1 - SHARE)).clamp(min=1e-3)
        self.inverse = nn.Parameter(1 / scale, requires_grad=False)
        self.dense = dense
        self.dense.weight = nn.Parameter(dense.weight * scale, requires_grad=False)

    def forward(self, hidden: Tensor) -> Tensor:
        found: Tensor = self.dense(hidden * self.inverse)
        return found


class _Pooled(nn.Module):
    """Token ids to a vector of L2 norm 1, the mean of the last layer over its tokens; and what readers share."""

    def __init__(self, model: BertModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        states = self.model(input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True).hidden_states
        hidden = states[-1]
        weights = attention_mask[:, :, None].float()
        return functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=1), states[: SHARED_LAYERS + 1][-1]


def export_int8(model: BertModel, tokenizer: Tokenizer, texts: Sequence[str], path: Path) -> None:
    """Write the model to path; texts : some as it will meet them, to see how large its activations are."""
    smooth = deepcopy(model)
    smooth.eval()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    smooth.set_attn_implementation("eager")
    for layer, largest in zip(smooth.encoder.layer, _find_largest(model, tokenizer, texts), strict=True):
        output: Any = layer.output
        output.dense = _Smoothed(output.dense, largest)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "model.onnx"
        _export(smooth, whole)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)


def _find_largest(model: BertModel, tokenizer: Tokenizer, texts: Sequence[str]) -> list[Tensor]:
    """For each layer the largest size of each inner activation over the texts, float32 (inner,)."""
    largest = [torch.full((model.config.intermediate_size,), 1e-5) for _ in model.encoder.layer]

    def watch(position: int) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def look(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            largest[position] = torch.maximum(largest[position], given[0].detach().abs().amax((0, 1)))

        return look

    layers: Any = model.encoder.layer
    hooks = [layer.output.dense.register_forward_pre_hook(watch(i)) for i, layer in enumerate(layers)]
    with torch.no_grad():
        for text in texts:
            model(input_ids=torch.tensor([tokenizer.encode(text).ids]))
    for hook in hooks:
        hook.remove()
    return largest


def _export(model: BertModel, path: Path) -> None:
    example = torch.tensor([[0, 5, 6, 2], [0, 7, 2, 1]]), torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    by_token = {0: "texts", 1: "tokens"}
    free = {**dict.fromkeys(INPUTS, by_token), OUTPUTS[0]: {0: "texts"}, OUTPUTS[1]: by_token}
    torch.onnx.export(
        _Pooled(model),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=free,
        opset_version=17,
        dynamo=False,
    )
