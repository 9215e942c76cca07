"""The trained reader as the package ships it: python -m training.encoder.package_reading --base DIR --reader FILE.

Weights a byte each with a scale a row, as the encoder's (training.encoder.export).
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertModel

from kb.embedding.onnx_units import READER
from training.encoder.train_reading import Reader


class _Last(nn.Module):
    """What the shared layers give, (1, n_tokens, width), to what the reader makes of it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, shared: Tensor) -> Tensor:
        found: Tensor = self.reader(shared, torch.ones_like(shared[:, :, 0]))
        return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Quantise and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--reader", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=READER)
    chosen = parser.parse_args(arguments)
    model: BertModel = BertModel.from_pretrained(chosen.base, add_pooling_layer=False, attn_implementation="eager")
    reader = Reader(model, 0.0)
    reader.load_state_dict(load_file(chosen.reader))
    reader.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "reader.onnx"
        torch.onnx.export(
            _Last(reader),
            (torch.zeros(1, 5, model.config.hidden_size),),
            str(whole),
            input_names=["shared"],
            output_names=["tokens"],
            dynamic_axes={"shared": {1: "n_tokens"}, "tokens": {1: "n_tokens"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, chosen.out, weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    main()
