"""Tells from a text's vector whether it tells of somebody in danger, and of what.

A quadratic form over the vector, and a line; `kb/urgency/fit_recogniser.py` fits both for every snapshot, in the space
of its own embedding model.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Vectors
from kb.vocabulary import RISKS, Risk

FORM, KINDS, VECTORS, TEXTS = "danger-form.npy", "danger-kinds.npy", "danger-vectors.npy", "danger.json"
NEAR = 0.15
"""A kind of danger is told of too, when it is rated so little below the likeliest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recogniser:
    """form : float64 array (dim + 1, dim + 1), what a vector with a 1 after it is rated by, on both sides
    kinds : float64 array (dim + 1, n_risks), how likely each kind is when somebody is in danger
    texts, vectors : the judged texts and their vectors, by which a later build knows them; may be left out
    """

    form: NDArray[np.float64]
    kinds: NDArray[np.float64]
    texts: tuple[str, ...] = ()
    vectors: Vectors

    def rate(self, vectors: Vectors) -> NDArray[np.float64]:
        """float64 array (n,): how far texts with these vectors, float32 (n, dim), are above the line of danger."""
        rows = append_one(vectors)
        return np.asarray(((rows @ self.form) * rows).sum(axis=1), np.float64)

    def find_risks(self, vectors: Vectors, least: float | NDArray[np.float64] = 0.0) -> frozenset[Risk]:
        """What any of the texts tells of; none where each is less than so far above the line: one for all, or (n,)."""
        rated = append_one(vectors[self.rate(vectors) >= least]) @ self.kinds
        met = (rated >= rated.max(axis=1, keepdims=True) - NEAR).any(axis=0)
        return frozenset(risk for risk, is_met in zip(RISKS, met, strict=True) if is_met)


def append_one(vectors: Vectors) -> NDArray[np.float64]:
    """float64 array (n, dim + 1): the vectors, each with a 1 after it."""
    return np.hstack([vectors.astype(np.float64), np.ones((len(vectors), 1))])


def save_recogniser(recogniser: Recogniser, folder: Path) -> None:
    """Write the recogniser into folder, which exists."""
    np.save(folder / FORM, recogniser.form)
    np.save(folder / KINDS, recogniser.kinds)
    np.save(folder / VECTORS, recogniser.vectors)
    (folder / TEXTS).write_text(json.dumps(recogniser.texts, ensure_ascii=False), encoding="utf-8")


def load_recogniser(folder: Path) -> Recogniser | None:
    """The recogniser in folder, None when there is none."""
    if not (folder / FORM).is_file():
        return None
    return Recogniser(
        form=np.load(folder / FORM),
        kinds=np.load(folder / KINDS),
        texts=tuple(json.loads((folder / TEXTS).read_text(encoding="utf-8"))),
        vectors=np.load(folder / VECTORS, mmap_mode="r"),
    )
