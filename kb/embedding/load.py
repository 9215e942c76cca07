"""The configured embedding model: the one that ships in the package, or a folder the user names."""

import json
from pathlib import Path

from kb.embedding.embedder import Embedder
from kb.embedding.model_settings import has_prompts, read_dim
from kb.errors import ModelUnusable

DEFAULT_MODEL = Path(__file__).parent / "till-handling-sv"


def load_embedder(folder: Path | None = None) -> Embedder:
    """The model in folder, or the default one.

    Raises
    ------
    ExtraMissing : a model other than static token vectors, which the extra `models` reads
    ModelUnusable : no such folder, or no model in it that can be read
    """
    folder = folder or DEFAULT_MODEL
    if not folder.is_dir():
        raise ModelUnusable(f"{folder}: no such folder; name a local sentence-transformers model folder")
    if _is_static(folder):
        from kb.embedding.static_model import StaticEmbedder

        return StaticEmbedder(folder)
    from kb.embedding.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(folder)


def _is_static(folder: Path) -> bool:
    """Whether model2vec reads all of the model: token vectors, at most normalised; a Dense layer, prompts and a size to
    cut to it would skip.
    """
    modules = folder / "modules.json"
    if not modules.is_file() or read_dim(folder) is not None or has_prompts(folder):
        return False
    try:
        types = [str(module["type"]) for module in json.loads(modules.read_text(encoding="utf-8"))]
    except (ValueError, TypeError, KeyError) as error:
        raise ModelUnusable(f"{modules}: not a list of modules ({error!r}); copy the model folder anew") from error
    first, *others = types or [""]
    return first.endswith("StaticEmbedding") and all(other.endswith("Normalize") for other in others)
