"""`kb model`: another embedding model made ready to be configured."""

from pathlib import Path

import click


@click.command(
    "model",
    epilog='Example: kb model intfloat/multilingual-e5-small models/e5 --query-prompt "query: " --passage-prompt '
    '"passage: "',
)
@click.argument("source")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--query-prompt", default="", help="What the model was trained to see before a query.")
@click.option("--passage-prompt", default="", help="What it was trained to see before a passage.")
@click.option("--dim", type=int, default=None, help="Keep so many numbers of each vector; all when left out.")
def model_command(source: str, out: Path, query_prompt: str, passage_prompt: str, dim: int | None) -> int:
    """Write the sentence-transformers model SOURCE into the new folder OUT, with its prompts and size.

    SOURCE is a folder, or a name on the hub when this machine has it in its cache; nothing is downloaded. Then build
    the index with `kb index --model OUT`, and serve it with KB_MODEL=OUT.
    """
    from kb.embedding.load import load_embedder
    from kb.embedding.prepare_model import prepare_model

    prepare_model(source, out, query_prompt, passage_prompt, dim)
    embedder = load_embedder(out)
    click.echo(f"{out}: {embedder.model_id}, {embedder.dim} numbers a vector; now `kb index --model {out}`")
    return 0
