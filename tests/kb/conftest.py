"""Coefficients that can be worked with by hand, in place of the trained ones."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb.search import answerability, fusion
from kb.search.signals import SIGNALS

SetFusion = Callable[..., None]


@pytest.fixture
def set_fusion(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[SetFusion]:
    """Give a collection coefficients: `set_fusion("guidance", intercept=-2, threshold=0.5, cosine_body=4)`.

    Collections that are given none have weights of 0, so that every document's relevance is 1/2. Guidance is answered
    as experts are: when the best relevance reaches the threshold.
    """
    folder = tmp_path / "coefficients"
    folder.mkdir()

    def write(collection: str, intercept: float = 0.0, threshold: float = 0.0, **weights: float) -> None:
        record = {"weights": {**dict.fromkeys(SIGNALS, 0.0), **weights}, "intercept": intercept, "threshold": threshold}
        (folder / f"{collection}.json").write_text(json.dumps(record))
        if collection == "guidance":
            only_relevance = {"relevance": 1.0, "areas": 0.0, "domain": 0.0}
            record = {"weights": only_relevance, "intercept": 0.0, "threshold": threshold, "defaults": {"domain": 0.0}}
            (folder / "answerability.json").write_text(json.dumps(record))
        forget()

    def forget() -> None:
        fusion.load_fusion.cache_clear()
        answerability.load_answerability.cache_clear()

    for collection in ("guidance", "problem-areas", "experts"):
        write(collection)
    monkeypatch.setattr(fusion, "COEFFICIENTS", folder)
    monkeypatch.setattr(answerability, "COEFFICIENTS", folder)
    yield write
    forget()
