"""Vectors of queries that ship with the default model: how documents are asked for, and the judged examples.

Nothing is known that the model would not say itself, to half precision: a build from nothing embeds six thousand texts
fewer.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from kb.embedding.embedder import Vectors

KNOWN = Path(__file__).parent / "known-queries.npz"


def find_known(texts: Iterable[str], model_id: str, path: Path = KNOWN) -> dict[str, Vectors]:
    """text -> its vector as a query, float32 (dim,), for those that are known of this model; none of any other."""
    if not path.is_file():
        return {}
    with np.load(path) as stored:
        if str(stored["model_id"]) != model_id:
            return {}
        keys, vectors = stored["keys"], stored["vectors"]
    asked = {hash_text(text): text for text in texts}
    places = {int(key): i for i, key in enumerate(keys)}
    return {asked[key]: vectors[places[key]].astype(np.float32) for key in asked.keys() & places.keys()}


def write_known(vectors: Mapping[str, Vectors], model_id: str, path: Path = KNOWN) -> None:
    """Write the vectors of the texts, in half precision."""
    keys = np.array([hash_text(text) for text in vectors], np.uint64)
    stacked = np.stack([vector.astype(np.float16) for vector in vectors.values()])
    order = np.argsort(keys)
    np.savez_compressed(path, model_id=model_id, keys=keys[order], vectors=stacked[order])


def hash_text(text: str) -> int:
    """The first eight bytes of the text's SHA-256."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
