"""Any sentence-transformers model made into a folder that can be configured: its prompts and its size written down."""

import json
from pathlib import Path
from typing import Any

from kb.errors import ModelUnusable
from kb.extras import require_extra

CONFIG = "config_sentence_transformers.json"
DIM_KEY = "truncate_dim"
"""Ours: the library takes it when it loads a model, and has no place for it in the folder."""


def prepare_model(
    source: str, out: Path, query_prompt: str = "", passage_prompt: str = "", dim: int | None = None
) -> None:
    """Write the model of source into the new folder out, with what stands before queries and passages.

    source : a model's folder, or its name on the hub when the library's cache on this machine has it; nothing is
        downloaded
    dim : how many of its numbers are kept, for a model trained to be cut (Matryoshka); all when left out

    Raises
    ------
    ExtraMissing : sentence-transformers is not installed
    ModelUnusable : source cannot be read, out exists, or dim is out of range
    """
    if out.exists():
        raise ModelUnusable(f"{out}: is there already; name a folder that is not")
    require_extra("models", f"{source}: making it ready")
    try:
        from sentence_transformers import SentenceTransformer

        model = SentenceTransformer(source, device="cpu", local_files_only=True)
    except Exception as error:  # the library raises whatever the model's parts do
        raise ModelUnusable(
            f"{source}: no sentence-transformers model can be read ({error}); give its folder, or fetch it first"
        ) from error
    size = model.get_embedding_dimension() or 0
    if dim is not None and not 1 <= dim <= size:
        raise ModelUnusable(f"{source}: cannot keep {dim} of its {size} numbers; choose 1 to {size}")
    model.save(str(out))
    _write_settings(out / CONFIG, {"query": query_prompt, "document": passage_prompt}, dim)


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


def has_prompts(folder: Path) -> bool:
    """Whether anything stands before a query or a passage; raises ModelUnusable as read_dim."""
    prompts = _read_settings(folder / CONFIG).get("prompts") or {}
    return any(prompts.get(name) for name in ("query", "document", "passage"))


def _read_settings(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise ModelUnusable(f"{path}: not a model's settings ({error!r}); copy the model folder anew") from error


def _write_settings(path: Path, prompts: dict[str, str], dim: int | None) -> None:
    """Prompts that are given replace the model's own."""
    settings = _read_settings(path)
    settings["prompts"] = {**settings.get("prompts", {}), **{name: text for name, text in prompts.items() if text}}
    if dim is not None:
        settings[DIM_KEY] = dim
    path.write_text(json.dumps(settings, ensure_ascii=False, indent=2), encoding="utf-8")
