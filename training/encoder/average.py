"""The mean of trained encoders: python -m training.encoder.average --models DIR DIR --out DIR.

Weights of runs that began from the same base lie near enough to be averaged, and the mean forgets less of what is
general than the last run alone (Wortsman et al., ICML 2022).
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

WEIGHTS = "model.safetensors"


def main(arguments: Sequence[str] | None = None) -> None:
    """Average the weights; all else is the first folder's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, nargs="+", required=True)
    parser.add_argument("--from-layer", type=int, default=0, help="layers before it are the first folder's")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    shutil.copytree(chosen.models[0], chosen.out)
    read = [load_file(folder / WEIGHTS) for folder in chosen.models]
    kept = tuple(f"encoder.layer.{i}." for i in range(chosen.from_layer)) + ("embeddings.",) * bool(chosen.from_layer)
    mean = {
        name: first if name.startswith(kept) else torch.stack([weights[name] for weights in read]).mean(0)
        for name, first in read[0].items()
    }
    save_file(mean, chosen.out / WEIGHTS, metadata={"format": "pt"})


if __name__ == "__main__":
    main()
