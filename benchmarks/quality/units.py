"""How single units are read: python -m benchmarks units FOLDER, on labelled texts in the form of training/data.

Stance: macro-F1 over the seven. Area: whether the likeliest area of each unit that tells a problem is the first of the
label, or one of the label's. Certainty: of the units rated so likely to tell a problem, how many do.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.parser import make_parser
from kb.embedding.load import DEFAULT_MODEL
from kb.embedding.onnx_encoder import OnnxEncoder
from kb.embedding.onnx_units import OnnxUnitEmbedder
from kb.models.models import load_models
from kb.problems.stances import STANCES
from training.fit_units import Labelled, read_as, read_texts

BINS = np.linspace(0, 1, 6)
PROBLEM = STANCES.index("problem")


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("units", __doc__)
    parser.add_argument("folder", type=Path)
    texts = list(read_texts(parser.parse_args(arguments).folder, OnnxUnitEmbedder(OnnxEncoder(DEFAULT_MODEL))))
    heads = load_models().units
    read = [item for text in texts for item in read_as(text, heads)]
    labels = np.array([stance for text in texts for stance in text.stances])
    found = np.array([int(item.stances.argmax()) for item in read])
    f1 = [_f1(found == i, labels == i) for i in range(len(STANCES))]
    print(f"{len(read)} units  stance macro-F1 {np.mean(f1):.3f}  right {np.mean(found == labels):.3f}")
    print("  ".join(f"{name} {value:.2f}" for name, value in zip(STANCES, f1, strict=True)))
    tops = [heads.areas[int(item.areas.argmax())] for item in read]
    _print_areas(texts, tops)
    _print_reliability(np.array([item.tells for item in read]), labels == PROBLEM)
    return 0


def _print_areas(texts: Sequence[Labelled], tops: Sequence[str]) -> None:
    labels = [(s, a) for text in texts for s, a in zip(text.stances, text.areas, strict=True)]
    told = [(top, areas) for top, (stance, areas) in zip(tops, labels, strict=True) if stance == PROBLEM and areas]
    first, among = np.mean([top == areas[0] for top, areas in told]), np.mean([top in areas for top, areas in told])
    print(f"{len(told)} tell a problem  area top-1 {first:.3f}  among the label's {among:.3f}")


def _print_reliability(tells: np.ndarray, labels: np.ndarray) -> None:
    for low, high in pairwise(BINS.tolist()):
        inside = (tells >= low) & (tells < high + (high == 1.0))
        if inside.any():
            print(f"rated {low:.1f}-{high:.1f}: {inside.sum():5d} units, {labels[inside].mean():.2f} tell a problem")


def _f1(found: np.ndarray, label: np.ndarray) -> float:
    both = float((found & label).sum())
    return 2 * both / max(1.0, float(found.sum() + label.sum()))
