"""The gate before publishing: canary queries must be answered, and quality not sink by more than a margin."""

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.errors import GateRefused
from kb.evaluation.judged import JudgedQuery, read_judged
from kb.evaluation.searching import evaluate_searcher
from kb.models.models import Models
from kb.search.searcher import Searcher
from kb.snapshot.manifest import Quality

CANARIES = "canaries.csv"
CANARY_DEPTH = 3
MARGIN = 0.01
"""nDCG@10 that a new snapshot may lose; twice what a one-word edit in a document has moved it."""


@dataclass(frozen=True, slots=True)
class Canary:
    """A query whose right answer, slug, must be among the first CANARY_DEPTH hits."""

    query: str
    slug: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """faults: why the snapshot should not be published; quality: what it measured, None without a judged set."""

    faults: tuple[str, ...]
    quality: Quality | None


@dataclass(frozen=True, slots=True)
class Gate:
    """What a snapshot is tried with; set_hash names the judged set, so that only like is compared with like."""

    models: Models
    canaries: Sequence[Canary]
    judged: Sequence[JudgedQuery] = ()
    set_hash: str = ""

    def judge(self, searcher: Searcher, current: Quality | None) -> Verdict:
        """The verdict on a new snapshot. current: what the served one measured."""
        faults = [fault for canary in self.canaries if (fault := _try(canary, searcher))]
        if not self.judged:
            return Verdict(tuple(faults), None)
        quality = Quality(self.set_hash, evaluate_searcher(searcher, self.judged).overall.ndcg)
        if current and current.set_hash == quality.set_hash and quality.ndcg < current.ndcg - MARGIN:
            faults.append(f"nDCG@10 {quality.ndcg:.3f} is more than {MARGIN} below the current {current.ndcg:.3f}")
        return Verdict(tuple(faults), quality)


def read_gate(content: Path, judged: Path | None, models: Models) -> Gate:
    """The gate of a content folder: its `canaries.csv`, if there is one, and a file of judged queries, if one is given.

    Raises
    ------
    GateRefused : the canaries cannot be read
    JudgedFileDamaged : the judged file cannot be read
    """
    path = content / CANARIES
    canaries = _read_canaries(path) if path.is_file() else []
    if judged is None:
        return Gate(models, canaries)
    return Gate(models, canaries, read_judged(judged), hashlib.sha256(judged.read_bytes()).hexdigest()[:12])


def _read_canaries(path: Path) -> list[Canary]:
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise GateRefused(f"{path}: not CSV in UTF-8 ({error}); save it anew") from error
    for number, row in enumerate(rows, 2):
        if not row.get("query") or not row.get("slug"):
            raise GateRefused(f"{path}:{number}: {row}; canaries need query and slug")
    return [Canary(row["query"], row["slug"]) for row in rows]


def _try(canary: Canary, searcher: Searcher) -> str | None:
    hits = searcher.search_guidance(canary.query, n=CANARY_DEPTH).hits
    found = [hit.document.slug for hit in hits]
    if canary.slug in found:
        return None
    return (
        f"canary {canary.query!r}: {canary.slug} is not among the first {CANARY_DEPTH} ({', '.join(found) or 'none'})"
    )
