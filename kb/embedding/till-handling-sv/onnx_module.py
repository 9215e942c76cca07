"""The encoder as sentence-transformers reads it: this file goes with the model, and knows of nothing but the libraries.

Each text is encoded alone, for the activations are quantised by the largest of all that are encoded together.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from sentence_transformers.base.modules import InputModule
from tokenizers import Tokenizer

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
MAX_TOKENS = 512


class OnnxModule(InputModule):
    """Texts to vectors of L2 norm 1 by the folder's model.onnx."""

    def __init__(self, folder: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library leaves it untyped
        self._folder = Path(folder)
        self.tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
        self.tokenizer.enable_truncation(MAX_TOKENS)
        self._session = onnxruntime.InferenceSession(str(self._folder / MODEL), providers=["CPUExecutionProvider"])

    @property
    def max_seq_length(self) -> int:
        return MAX_TOKENS

    def get_embedding_dimension(self) -> int:
        return int(self._session.get_outputs()[0].shape[-1])

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """Token ids of each text; rows differ in length and are never padded."""
        texts = [f"{prompt or ''}{text}" for text in inputs]
        return {"rows": [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        vectors = [self._encode(ids) for ids in features["rows"]]
        features["sentence_embedding"] = torch.from_numpy(np.stack(vectors))
        return features

    def _encode(self, ids: Sequence[int]) -> np.ndarray:
        row = np.array([ids], np.int64)
        found = self._session.run(None, {"input_ids": row, "attention_mask": np.ones_like(row)})
        return np.asarray(found[0][0], np.float32)

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        for name in (MODEL, TOKENIZER, "onnx_module.py"):
            (Path(output_path) / name).write_bytes((self._folder / name).read_bytes())

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", *_: Any, **__: Any) -> "OnnxModule":
        """The module of a local folder."""
        return cls(str(Path(model_name_or_path) / subfolder))
