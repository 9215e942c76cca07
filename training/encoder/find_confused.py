"""What the ranking confuses: python -m training.encoder.find_confused --snapshots DIR --out CONFUSED.json.

For each judged query the documents among its first that nobody judged relevant: hard negatives of an encoder to come.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from kb.embedding.load import load_embedder
from kb.models.models import load_models
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.snapshot.open_snapshot import open_current
from training.encoder.train import DATA

DEPTH, MOST = 8, 4
"""Of the first DEPTH documents at most MOST: further down they look less alike."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Search for every judged query; write query -> slugs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    searcher = open_searcher(open_current(chosen.snapshots), load_embedder(), load_models())
    lines = [line for path in sorted((DATA / "judged").glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    judged = [row for row in map(json.loads, lines) if row["relevant"]]
    confused = {row["query"]: list_confused(row["query"], row["relevant"], searcher) for row in judged}
    chosen.out.write_text(json.dumps(confused, ensure_ascii=False), encoding="utf-8")


def list_confused(query: str, relevant: Mapping[str, int], searcher: Searcher) -> list[str]:
    """Slugs that the searcher puts high and that are not relevant, the highest first."""
    hits = searcher.search_guidance(query, n=DEPTH).hits
    return [hit.document.slug for hit in hits if hit.document.slug not in relevant][:MOST]


if __name__ == "__main__":
    main()
