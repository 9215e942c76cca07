"""A file of the base's form, with 32 numbers a vector and ten pieces."""

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁bra", "▁", "b", "r", "a", "▁b")
SCORES = (0.0, 0.0, 0.0, 0.0, -1.0, -3.0, -4.0, -4.0, -4.0, -3.5)
HIDDEN, LAYERS, HEADS, INNER, POSITIONS, KINDS = 32, 1, 2, 64, 32, 2


def make_file(normalised: Sequence[tuple[str, str]] = (("ﬁ", "fi"),)) -> bytes:
    """The file's bytes; matrices are packed, all else is float32."""
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, LAYERS, HEADS, INNER, len(PIECES), POSITIONS, KINDS, 1e-12, 32)
    tensors = _tensors()
    directory, data = _directory(tensors, len(head) + len(_pieces(normalised)))
    return head + _pieces(normalised) + directory + data


def pack(weights: NDArray[np.float32]) -> bytes:
    """Blocks of 32 weights that are whole numbers from -8 to 7, at scale 0.5."""
    whole = (weights.reshape(-1, 32) * 2 + 8).astype(np.uint8)
    return b"".join(struct.pack("<e", 0.5) + bytes(row[:16] | (row[16:] << 4)) for row in whole)


def _pieces(normalised: Sequence[tuple[str, str]]) -> bytes:
    raw = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, raw)]).astype("<u4")
    mapped = b"".join(struct.pack(f"<IB{len(to)}I", ord(code), len(to), *map(ord, to)) for code, to in normalised)
    return (
        struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(b"".join(raw)))
        + offsets.tobytes()
        + np.array(SCORES, "<f4").tobytes()
        + b"".join(raw)
        + struct.pack("<iI", len(normalised), len(mapped))
        + mapped
    )


def _tensors() -> dict[str, NDArray[np.float32]]:
    chance = np.random.default_rng(0)

    def matrix(rows: int, columns: int) -> NDArray[np.float32]:
        return (chance.integers(-8, 8, (rows, columns)) / 2).astype(np.float32)

    shapes = {"q": (HIDDEN, HIDDEN), "k": (HIDDEN, HIDDEN), "v": (HIDDEN, HIDDEN), "ao": (HIDDEN, HIDDEN)}
    shapes |= {"fi": (INNER, HIDDEN), "fo": (HIDDEN, INNER)}
    tensors = {"emb.word": matrix(len(PIECES), HIDDEN)}
    tensors |= {"emb.pos": matrix(POSITIONS, HIDDEN), "emb.type": matrix(KINDS, HIDDEN)}
    for norm in ("emb.ln", "l0.aln", "l0.oln"):
        tensors |= {f"{norm}.w": np.ones(HIDDEN, np.float32), f"{norm}.b": np.zeros(HIDDEN, np.float32)}
    for name, shape in shapes.items():
        tensors |= {f"l0.{name}.w": matrix(*shape), f"l0.{name}.b": np.zeros(shape[0], np.float32)}
    return tensors


def _directory(tensors: dict[str, NDArray[np.float32]], before: int) -> tuple[bytes, bytes]:
    packed = {name for name in tensors if name == "emb.word" or (name.endswith(".w") and "ln" not in name)}
    raws = {name: pack(values) if name in packed else values.tobytes() for name, values in tensors.items()}
    n_bytes = 4 + sum(2 + len(name) + 1 + 4 + 16 for name in tensors)
    entries, at = struct.pack("<i", len(tensors)), before + n_bytes
    for name, raw in raws.items():
        n = tensors[name].size
        entries += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", name in packed, n, at, len(raw))
        at += len(raw)
    return entries, b"".join(raws.values())
