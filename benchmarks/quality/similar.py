"""How well "similar guidance" finds what editors have linked: python -m benchmarks similar [--snapshots DIR].

Every document's `related` is taken as what should be found. Editors link few and not only the most alike, so the figure
compares ways of rating; it is no measure of truth. The texts name some of their relatives, which words see.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.parser import make_parser
from kb.embedding.load import load_embedder
from kb.evaluation.metrics import ndcg
from kb.models.models import load_models
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.search.similar import find_similar
from kb.snapshot.open_snapshot import open_current

DEPTH = 10


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = make_parser("similar", __doc__)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    chosen = parser.parse_args(arguments)
    values = measure(open_searcher(open_current(chosen.snapshots), load_embedder(None), load_models()))
    print(f"{len(values)} documents  nDCG@{DEPTH} {np.mean(values):.3f}")
    return 0


def measure(searcher: Searcher) -> list[float]:
    """nDCG@10 of each document that names a relative which is not advised against."""
    guidance = searcher.snapshot.guidance
    values = []
    for slug, document in guidance.items():
        wanted = {s: 1 for s in document.related if s in guidance and not guidance[s].is_advised_against}
        if wanted:
            found = [similar.document.slug for similar in find_similar(slug, searcher, DEPTH)]
            values.append(ndcg(found, wanted))
    return values
