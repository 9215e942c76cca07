"""The configured embedding model: the one that ships in the package, or a folder the user names."""

from pathlib import Path

from kb.embedding.embedder import Embedder, UnitEmbedder
from kb.embedding.model_settings import ENCODER
from kb.errors import ModelUnusable

DEFAULT_MODEL = Path(__file__).parent / "till-handling-sv"


def load_embedder(folder: Path | None = None) -> Embedder:
    """The model in folder, or the default one.

    Raises
    ------
    ExtraMissing : a model other than an encoder as the default one, which the extra `models` reads
    ModelUnusable : no such folder, or no model in it that can be read
    """
    folder = folder or DEFAULT_MODEL
    if not folder.is_dir():
        raise ModelUnusable(f"{folder}: no such folder; name a local sentence-transformers model folder")
    if (folder / ENCODER).is_file():
        from kb.embedding.onnx_encoder import OnnxEncoder

        return OnnxEncoder(folder)
    from kb.embedding.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(folder)


def choose_unit_embedder(embedder: Embedder) -> UnitEmbedder:
    """The embedder itself when it reads part by part, else the default model, the embedder's own when it is that."""
    if isinstance(embedder, UnitEmbedder):
        return embedder
    from kb.embedding.onnx_encoder import OnnxEncoder
    from kb.embedding.onnx_units import OnnxUnitEmbedder

    if isinstance(embedder, OnnxEncoder) and embedder.folder == DEFAULT_MODEL:
        return OnnxUnitEmbedder(embedder)
    return OnnxUnitEmbedder(OnnxEncoder(DEFAULT_MODEL))
