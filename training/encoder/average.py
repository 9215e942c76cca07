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
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    shutil.copytree(chosen.models[0], chosen.out)
    read = [load_file(folder / WEIGHTS) for folder in chosen.models]
    mean = {name: torch.stack([weights[name] for weights in read]).mean(0) for name in read[0]}
    save_file(mean, chosen.out / WEIGHTS, metadata={"format": "pt"})


if __name__ == "__main__":
    main()
