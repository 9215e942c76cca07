"""Vectors of the content's queries, to ship with the encoder: python -m training.encoder.remember_queries.

Run after the encoder is packaged, and when many examples have been written.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from indexer.build import list_queries, plan_snapshot
from indexer.content.read_content import read_as_reviewed
from kb.embedding.known_queries import write_known
from kb.embedding.load import load_embedder


def main(arguments: Sequence[str] | None = None) -> None:
    """Embed and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    chosen = parser.parse_args(arguments)
    embedder = load_embedder()
    texts = list(
        dict.fromkeys(list_queries(plan_snapshot(read_as_reviewed(chosen.content), embedder.model_id).library))
    )
    write_known(dict(zip(texts, embedder.embed_queries(texts), strict=True)), embedder.model_id)
    print(f"{len(texts)} queries")


if __name__ == "__main__":
    main()
