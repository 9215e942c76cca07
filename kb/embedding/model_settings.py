"""What a sentence-transformers folder says of how its model is used: its prompts, and how many numbers are kept."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kb.errors import ModelUnusable

CONFIG, ENCODER = "config_sentence_transformers.json", "model.onnx"
DIM_KEY = "truncate_dim"
"""Ours: the library takes it when it loads a model, and has no place for it in the folder."""


def read_dim(folder: Path) -> int | None:
    """How many numbers of each vector are kept, None for all.

    Raises
    ------
    ModelUnusable : the folder's settings cannot be read, or what stands there is not a number above 0
    """
    dim = _read_settings(folder / CONFIG).get(DIM_KEY)
    if dim is not None and (not isinstance(dim, int) or dim < 1):
        raise ModelUnusable(f"{folder / CONFIG}: {DIM_KEY} {dim!r} must be a whole number above 0; mend it")
    return dim


def read_prompts(folder: Path) -> tuple[str, str, str]:
    """What stands before a query, a passage, and a stretch that is read part by part; raises ModelUnusable."""
    prompts = _read_settings(folder / CONFIG).get("prompts") or {}
    passage = prompts.get("document") or prompts.get("passage")
    return str(prompts.get("query") or ""), str(passage or ""), str(prompts.get("unit") or "")


def hash_model(folder: Path) -> str:
    """The first 12 hex digits of the SHA-256 of all that decides the model's vectors: every file but its card."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".md"):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def write_settings(folder: Path, prompts: Mapping[str, str], dim: int | None) -> None:
    """Write them into the folder; prompts that are given replace the model's own. Raises ModelUnusable as read_dim."""
    settings = _read_settings(folder / CONFIG)
    settings["prompts"] = {**settings.get("prompts", {}), **{name: text for name, text in prompts.items() if text}}
    if dim is not None:
        settings[DIM_KEY] = dim
    (folder / CONFIG).write_text(json.dumps(settings, ensure_ascii=False, indent=2), encoding="utf-8")


def _read_settings(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise ModelUnusable(f"{path}: not a model's settings ({error!r}); copy the model folder anew") from error
