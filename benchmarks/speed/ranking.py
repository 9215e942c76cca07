"""How long it takes to rank people by their own texts: python -m benchmarks speed.ranking.

58 profiles of 20 texts, ranked for 463 texts: kb.matching.rank_experts.rank_experts from texts to order, the profiles'
features and vectors included, the model's loading not. A text is 200 words in a row of the shipped guidance, each from
a place of its own: what they say does not matter to the time.
"""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, ROOT, describe_run, write_result
from kb.embedding.load import load_embedder
from kb.matching.rank_experts import Profile, rank_experts

COMMAND = "python -m benchmarks speed.ranking"
N_PROFILES, N_TEXTS, N_RANKED = 58, 20, 463
WORDS = 200
STRIDE = 61
TARGET_S = 60


def main(arguments: Sequence[str]) -> int:
    """Measure, write the result and print it."""
    parser = make_parser("speed.ranking", __doc__)
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder that ranking.json is written into")
    out = parser.parse_args(arguments).out
    embedder = load_embedder()
    texts = make_texts(N_PROFILES * N_TEXTS + N_RANKED)
    own, ranked = texts[: N_PROFILES * N_TEXTS], texts[N_PROFILES * N_TEXTS :]
    profiles = [Profile(f"p{i}", tuple(own[i * N_TEXTS : (i + 1) * N_TEXTS])) for i in range(N_PROFILES)]
    started, cpu_started = time.perf_counter(), time.process_time()
    rank_experts(ranked, profiles, embedder)
    figures: dict[str, Any] = {
        "n_profiles": N_PROFILES,
        "n_texts_each": N_TEXTS,
        "n_ranked": N_RANKED,
        "words_each": WORDS,
        "elapsed_s": round(time.perf_counter() - started, 1),
        "cpu_s": round(time.process_time() - cpu_started, 1),
        "target_s": TARGET_S,
    }
    write_result("ranking", describe_run(COMMAND, embedder.model_id), figures, out)
    print(json.dumps(figures))
    return 0


def make_texts(n_texts: int) -> list[str]:
    """So many texts of WORDS words."""
    files = sorted((ROOT / "content" / "guidance").glob("*.md"))
    words = [word for file in files for word in file.read_text(encoding="utf-8").split()]
    starts = [(i * STRIDE) % (len(words) - WORDS) for i in range(n_texts)]
    return [" ".join(words[start : start + WORDS]) for start in starts]
