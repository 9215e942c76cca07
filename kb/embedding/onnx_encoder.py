"""An encoder in an ONNX file with its tokenizer: the default model. The one import of tokenizers.

One text at a time. The activations are quantised by the largest of them in a batch: a text that shared its batch would
get a vector that depends on its company, and every text would pay for the longest one's length.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kb.embedding.embedder import Vectors
from kb.embedding.model_settings import ENCODER, hash_model, read_prompts
from kb.embedding.onnx_session import Session, open_session, output_width, run_session
from kb.errors import ModelUnusable

TOKENIZER = "tokenizer.json"
MAX_TOKENS = 512
VECTORS, SHARED = "vectors", "shared"
"""What the model gives: a text's vector; of each token, what its first layers make of it."""
N_AT_ONCE = min(4, os.cpu_count() or 1)
FEW = 4
"""Texts up to which each is given all cores, one after the other."""


class OnnxEncoder:
    """Token ids and their mask to a vector of L2 norm 1, by a folder's model.onnx; see Embedder."""

    def __init__(self, folder: Path) -> None:
        """Read the folder.

        Raises
        ------
        ModelUnusable : a file lacks or cannot be read
        """
        self._query_prompt, self._passage_prompt, self.unit_prompt = read_prompts(folder)
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            self._wide = open_session(folder / ENCODER, N_AT_ONCE)
        except Exception as error:  # both libraries raise whatever their readers do; the folder is the user's choice
            raise ModelUnusable(
                f"{folder}: no encoder can be read here ({error}); copy the model folder anew"
            ) from error
        self.folder, self._path = folder, folder / ENCODER
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self.model_id = f"{folder.name}@{hash_model(folder)}"
        self.dim = output_width(self._wide)

    @cached_property
    def _narrow(self) -> Session:
        """One core a text, opened when many texts come: a search alone has no use for it."""
        return open_session(self._path, 1)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.embed([self._query_prompt + text for text in texts])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self.embed([self._passage_prompt + text for text in texts])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As embed_queries, of texts that bear their prompt."""
        return self.embed_ids([encoding.ids for encoding in self._tokenizer.encode_batch_fast(list(texts))])

    def tokenize(self, text: str) -> list[int]:
        """The text's token ids alone, with no begin or end."""
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def embed_shared(self, rows: Sequence[Sequence[int]]) -> list[Vectors]:
        """For each row of token ids float32 array (n_tokens, dim): what the layers that readers share give of it."""
        session = self._wide if len(rows) == 1 else self._narrow
        with ThreadPoolExecutor(N_AT_ONCE) as pool:
            return list(pool.map(lambda ids: run_session(session, _inputs(ids), SHARED)[0], rows))

    def embed_ids(self, rows: Sequence[Sequence[int]]) -> Vectors:
        """float32 array (n_texts, dim), rows of L2 norm 1, of token ids."""
        vectors = np.zeros((len(rows), self.dim), np.float32)
        if len(rows) <= FEW:
            for place, ids in enumerate(rows):
                vectors[place] = _run(self._wide, ids)
            return vectors
        session = self._narrow  # before the threads: each would open one
        with ThreadPoolExecutor(N_AT_ONCE) as pool:
            for place, vector in enumerate(pool.map(lambda ids: _run(session, ids), rows)):
                vectors[place] = vector
        return vectors


def _run(session: Session, ids: Sequence[int]) -> Vectors:
    """float32 array (dim,)."""
    found: Vectors = run_session(session, _inputs(ids), VECTORS)[0]
    return found


def _inputs(ids: Sequence[int]) -> dict[str, NDArray[np.int64]]:
    row = np.array([ids], np.int64)
    return {"input_ids": row, "attention_mask": np.ones_like(row)}
