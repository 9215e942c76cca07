"""The student: one vector per token, a text is the mean of its tokens' vectors, learnt in two stages.

Stage 1, distillation: the vector of a Swedish text, and of its English translation, is drawn to the teacher's vector of
the English (cosine), and away from the others of the batch (InfoNCE; van den Oord et al. 2018). Source of the idea:
Reimers and Gurevych, EMNLP 2020, pp. 4512-4525.
Stage 2, contrast: pairs that belong together are drawn together against the rest of the batch, with a share of stage 1
batches so that the first lesson is not forgotten. A batch is drawn as runs of neighbouring pairs (sections of one
statute, questions on one article), which are each other's hard negatives; pairs that share a side are not negatives.
Two sources share a batch, so that what a text is about stays worth telling: with one at a time the pairs of this
project's content lost what they have in common, and what has no answer here could not be told from them.
The vectors that are kept are the mean over the last steps (Izmailov et al., UAI 2018): it forgets less of stage 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

MAX_TOKENS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """How long and how hard to train."""

    dim: int = 256
    distil_steps: int = 6000
    contrast_steps: int = 5000
    batch: int = 512
    neighbours: int = 4
    sources_in_batch: int = 2
    learning_rate: float = 0.01
    temperature: float = 0.05
    averaged_share: float = 0.3
    average_every: int = 50


class Texts:
    """Token ids of many texts, flat, with offsets; equal texts bear the same number in `same`."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str]) -> None:
        encoded = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        ids = [np.array([i for i in e.ids if i][:MAX_TOKENS] or [0], np.int32) for e in encoded]
        self.lengths = np.array([len(row) for row in ids])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.flat = np.concatenate(ids)
        numbers: dict[str, int] = {}
        self.same = np.array([numbers.setdefault(text, len(numbers)) for text in texts])

    def bag(self, rows: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        """(ids, offsets) of the texts at rows, as EmbeddingBag takes them."""
        lengths = self.lengths[rows]
        offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        where = np.repeat(self.starts[rows] - offsets, lengths) + np.arange(lengths.sum())
        return torch.from_numpy(self.flat[where].astype(np.int64)), torch.from_numpy(offsets)


@dataclass(frozen=True, slots=True)
class Distillation:
    """Swedish and English texts, row for row, and the teacher's vectors of the English, cut to the student's size."""

    swedish: Texts
    english: Texts
    targets: Tensor


@dataclass(frozen=True, slots=True)
class Contrast:
    """Pairs of one source, row for row, and how often the source is drawn."""

    name: str
    left: Texts
    right: Texts
    weight: float


def train(n_tokens: int, distillation: Distillation, contrasts: Sequence[Contrast], lessons: Lessons) -> Tensor:
    """Token vectors, float32 (n_tokens, dim); row 0, the unknown token, is zero."""
    random = np.random.default_rng(0)
    torch.manual_seed(0)
    student = nn.EmbeddingBag(n_tokens, lessons.dim, mode="mean", padding_idx=0)
    nn.init.normal_(student.weight, std=0.05)
    optimizer = torch.optim.Adam(student.parameters(), lr=lessons.learning_rate)
    n_steps = lessons.distil_steps + lessons.contrast_steps
    shares = np.array([c.weight for c in contrasts])
    average, n_averaged = torch.zeros_like(student.weight), 0
    for step in range(n_steps):
        for group in optimizer.param_groups:
            group["lr"] = lessons.learning_rate * _warm_then_cool(step / n_steps)
        if step < lessons.distil_steps or step % 4 == 0:
            loss = _distil(student, distillation, random, lessons)
        else:
            drawn = random.choice(len(contrasts), lessons.sources_in_batch, replace=False, p=shares / shares.sum())
            loss = _contrast(student, [contrasts[i] for i in drawn], random, lessons)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
        if step % 500 == 0:
            print(f"step {step}/{n_steps} loss {loss.item():.3f}", flush=True)
        if step >= (1 - lessons.averaged_share) * n_steps and step % lessons.average_every == 0:
            n_averaged += 1
            average += (student.weight.detach() - average) / n_averaged
    average[0] = 0
    return average


def _warm_then_cool(progress: float) -> float:
    return min(1.0, progress / 0.02) * (1 - progress) + 0.01


def _distil(student: nn.EmbeddingBag, data: Distillation, random: np.random.Generator, lessons: Lessons) -> Tensor:
    rows = random.integers(0, len(data.targets), lessons.batch)
    target = data.targets[torch.from_numpy(rows)]
    total = torch.zeros(())
    for texts in (data.swedish, data.english):
        vectors = functional.normalize(student(*texts.bag(rows)))
        total = total + (1 - (vectors * target).sum(1)).mean() + 0.1 * _info_nce(vectors, target, lessons.temperature)
    return total


def _contrast(
    student: nn.EmbeddingBag, sources: Sequence[Contrast], random: np.random.Generator, lessons: Lessons
) -> Tensor:
    """InfoNCE both ways over a batch that the sources share."""
    size = lessons.batch // len(sources)
    rows = [_draw(len(source.left.lengths), size, random, lessons.neighbours) for source in sources]
    left, right = (
        torch.cat([functional.normalize(student(*texts.bag(own))) for texts, own in zip(side, rows, strict=True)])
        for side in ([source.left for source in sources], [source.right for source in sources])
    )
    blocks = [_alike(source, own) for source, own in zip(sources, rows, strict=True)]
    alike = torch.block_diag(*blocks) > 0  # type: ignore[no-untyped-call]  # torch leaves it untyped
    return (_info_nce(left, right, lessons.temperature, alike) + _info_nce(right, left, lessons.temperature, alike)) / 2


def _draw(n_pairs: int, size: int, random: np.random.Generator, neighbours: int) -> NDArray[np.int64]:
    """At most size rows out of n_pairs, as runs of neighbours, no row twice."""
    n_runs = -(-n_pairs // neighbours)
    chosen = random.choice(n_runs, min(size // neighbours, n_runs), replace=False)
    rows = (chosen[:, None] * neighbours + np.arange(neighbours)).ravel()
    return rows[rows < n_pairs]


def _alike(source: Contrast, rows: NDArray[np.int64]) -> Tensor:
    """float32 (n, n): 1 where two different rows share a text, which makes them no negatives of each other."""
    left, right = source.left.same[rows], source.right.same[rows]
    shared = (left[:, None] == left) | (right[:, None] == right)
    return torch.from_numpy((shared & ~np.eye(len(rows), dtype=bool)).astype(np.float32))


def _info_nce(queries: Tensor, answers: Tensor, temperature: float, ignored: Tensor | None = None) -> Tensor:
    scores = queries @ answers.T / temperature
    if ignored is not None:
        scores = scores.masked_fill(ignored, float("-inf"))
    return functional.cross_entropy(scores, torch.arange(len(queries)))
