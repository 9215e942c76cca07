"""What memory stays after many different descriptions: python -m benchmarks speed.memory [--matches 40].

Each is fifteen pages of the invented lägesbilder with other words in it: every fifth is lengthened by syllables of its
own, so that nothing that is remembered of one serves the next. Told is the resident memory of this process after a
warm-up, which fills the caches that are bounded, and after all; what it has grown by is to be at most MAX_GROWTH.
"""

import gc
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, describe_run, write_result
from benchmarks.speed.description import find_rss_mb, make_description, match_description
from kb.embedding.load import load_embedder
from kb.models.models import load_models
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.snapshot.open_snapshot import open_current

COMMAND = "python -m benchmarks speed.memory"
N_MATCHES = 40
N_WARM_UP = 10
MAX_GROWTH = 0.05
EVERY = 5
SYLLABLES = ("ba", "de", "fi", "go", "hu", "ky", "lå", "mä", "nö", "pra", "sti", "tro")


def main(arguments: Sequence[str]) -> int:
    """Measure, write the result and print it; exit code 1 where more has stayed than may."""
    parser = make_parser("speed.memory", __doc__)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    parser.add_argument("--matches", type=int, default=N_MATCHES)
    parser.add_argument("--warm-up", type=int, default=N_WARM_UP)
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder that memory.json is written into")
    chosen = parser.parse_args(arguments)
    embedder = load_embedder()
    searcher = open_searcher(open_current(chosen.snapshots), embedder, load_models())
    figures = measure(searcher, chosen.warm_up, chosen.matches)
    write_result("memory", describe_run(COMMAND, embedder.model_id), figures, chosen.out)
    print(json.dumps(figures, indent=1))
    return int(figures["growth"] > MAX_GROWTH)


def measure(searcher: Searcher, n_warm_up: int, n_matches: int) -> dict[str, Any]:
    """Megabytes after the warm-up and after the matches that follow it, and the share by which they grew."""
    text = make_description()
    for i in range(n_warm_up):
        match_description(change_words(text, i).encode(), "a.md", searcher)
    gc.collect()
    before = find_rss_mb()
    for i in range(n_warm_up, n_warm_up + n_matches):
        match_description(change_words(text, i).encode(), "a.md", searcher)
    gc.collect()
    after = find_rss_mb()
    growth = round(after / before - 1, 3)
    return {"n_warm_up": n_warm_up, "n_matches": n_matches, "before_mb": before, "after_mb": after, "growth": growth}


def change_words(text: str, seed: int) -> str:
    """The text with every fifth word lengthened, for each seed by other syllables.

    >>> change_words("ett två tre fyra fem", 1) == change_words("ett två tre fyra fem", 2)
    False
    """
    chosen = random.Random(seed)
    lines = ([_lengthen(word, i, chosen) for i, word in enumerate(line.split(" "))] for line in text.split("\n"))
    return "\n".join(map(" ".join, lines))


def _lengthen(word: str, i: int, chosen: random.Random) -> str:
    return word + "".join(chosen.choices(SYLLABLES, k=3)) if i % EVERY == EVERY - 1 and word.isalpha() else word
