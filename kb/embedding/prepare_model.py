"""Any sentence-transformers model made into a folder that can be configured: its prompts and its size written down."""

from pathlib import Path

from kb.embedding.model_settings import write_settings
from kb.embedding.sentence_transformer import load_model
from kb.errors import ModelUnusable


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
    model = load_model(source)
    size = model.get_embedding_dimension() or 0
    if dim is not None and not 1 <= dim <= size:
        raise ModelUnusable(f"{source}: cannot keep {dim} of its {size} numbers; choose 1 to {size}")
    model.save(str(out))
    write_settings(out, {"query": query_prompt, "document": passage_prompt}, dim)
