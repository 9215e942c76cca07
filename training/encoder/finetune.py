"""The encoder fine-tuned by contrast: a query is drawn to a passage that answers it, away from all others of its batch.

InfoNCE with in-batch negatives (van den Oord et al. 2018) and one hard negative a query where there is one; texts that
answer the query too are masked. bfloat16, the embeddings and the first layers as they came. What is kept is the mean of
the weights over the last steps (Izmailov et al., UAI 2018).
"""

import random
import time
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from transformers import BertModel

from kb.embedding.embedder import Vectors
from training.encoder.examples import Source, draw_answer
from training.encoder.padding import pad
from training.encoder.reading_heads import LabelledText, ReadingHeads, ReadingLessons

CHUNK = 16
HEADS_RATE = 30.0
"""How much faster the heads learn, which begin from nothing."""
READING_WEIGHT = 0.5
BACK_WEIGHT = 0.4
"""What it counts that a passage finds its query among the others, beside that the query finds its passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How long and how hard to train. frozen : first layers that stay; sources : that share a batch; hard : most hard
    negatives in it."""

    steps: int = 400
    batch: int = 64
    rate: float = 5e-5
    temperature: float = 0.03
    frozen: int = 4
    sources: int = 2
    hard: int = 16
    max_query_tokens: int = 72
    max_passage_tokens: int = 88
    averaged_share: float = 0.4
    average_every: int = 10
    seed: int = 0
    outside: int = 12
    """Questions that nothing here answers, in each batch: passages are drawn away from them."""
    stretches: int = 8
    """Stretches of text in each batch that are read unit by unit."""
    sizes: tuple[int, ...] = (384,)
    """Numbers of a vector that must do alone (Kusupati et al., NeurIPS 2022), the whole one among them."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """outside : questions that none of the passages answers."""

    queries: list[str]
    passages: list[str]
    masked: Tensor
    outside: list[str]


def finetune(
    model: BertModel,
    tokenizer: Tokenizer,
    sources: Sequence[Source],
    texts: Sequence[LabelledText],
    course: Course,
) -> BertModel:
    """A fine-tuned copy of the model, in float32; texts : read unit by unit beside, if any."""
    chance = random.Random(course.seed)
    torch.manual_seed(course.seed)
    learner: BertModel = deepcopy(model)
    learner.train()
    _freeze(learner, course.frozen)
    lessons = ReadingLessons(texts, tokenizer, course.stretches) if texts else None
    heads = ReadingHeads(model.config.hidden_size, lessons.areas if lessons else ())
    free = [p for p in learner.parameters() if p.requires_grad]
    groups: list[dict[str, Any]] = [{"params": free}, {"params": heads.parameters(), "scale": HEADS_RATE}]
    optimizer = torch.optim.AdamW(groups, lr=course.rate, weight_decay=0.01)
    average, n_averaged = [torch.zeros_like(p) for p in free], 0
    started = time.monotonic()
    for step in range(course.steps):
        for group in optimizer.param_groups:
            group["lr"] = group.get("scale", 1.0) * course.rate * _warm_then_cool(step / course.steps)
        optimizer.zero_grad()
        loss = _loss(learner, tokenizer, _draw(sources, chance, course), course)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        if lessons:
            misread = READING_WEIGHT * lessons.loss(learner, heads, chance)
            misread.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        torch.nn.utils.clip_grad_norm_(free, 1.0)
        optimizer.step()
        if step % 10 == 0:
            print(f"step {step}/{course.steps} loss {loss.item():.3f} {time.monotonic() - started:.0f} s", flush=True)
        if step >= (1 - course.averaged_share) * course.steps and step % course.average_every == 0:
            n_averaged += 1
            for mean, now in zip(average, free, strict=True):
                mean += (now.detach() - mean) / n_averaged
    with torch.no_grad():
        for mean, parameter in zip(average, free, strict=True):
            parameter.copy_(mean)
    learner.eval()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    return learner


def embed(model: BertModel, tokenizer: Tokenizer, texts: Sequence[str], max_tokens: int = 512) -> Vectors:
    """float32 array (n_texts, hidden), rows of L2 norm 1, of texts that bear their prompt."""
    with torch.no_grad():
        return np.asarray(_encode(model, tokenizer, texts, max_tokens).float().numpy(), np.float32)


def _encode(model: BertModel, tokenizer: Tokenizer, texts: Sequence[str], max_tokens: int) -> Tensor:
    """Mean of the last layer over the tokens, L2 norm 1; texts of like length go through together, to pad little."""
    rows = [_cut(encoding.ids, max_tokens) for encoding in tokenizer.encode_batch_fast(list(texts))]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    parts = [order[first : first + CHUNK] for first in range(0, len(order), CHUNK)]
    vectors = torch.cat([_pool(model, [rows[i] for i in part]) for part in parts])
    return vectors[torch.argsort(torch.tensor(order))]


def _cut(ids: list[int], max_tokens: int) -> list[int]:
    return ids if len(ids) <= max_tokens else [*ids[: max_tokens - 1], ids[-1]]


def _pool(model: BertModel, rows: Sequence[Sequence[int]]) -> Tensor:
    ids, mask = pad(rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
    weights = mask[:, :, None].float()
    return functional.normalize((hidden.float() * weights).sum(1) / weights.sum(1), dim=1)


def _loss(model: BertModel, tokenizer: Tokenizer, batch: _Batch, course: Course) -> Tensor:
    queries = _encode(model, tokenizer, [*batch.queries, *batch.outside], course.max_query_tokens)
    passages = _encode(model, tokenizer, batch.passages, course.max_passage_tokens)
    losses = [
        _contrast(queries[:, :size], passages[:, :size], batch.masked, course.temperature) for size in course.sizes
    ]
    return torch.stack(losses).mean()


def _contrast(queries: Tensor, passages: Tensor, masked: Tensor, temperature: float) -> Tensor:
    """masked : (n_answered, n_passages); the queries after the answered ones are answered by none."""
    scores = functional.normalize(queries, dim=1) @ functional.normalize(passages, dim=1).T / temperature
    n = len(masked)
    target = torch.arange(n)
    ahead = functional.cross_entropy(scores[:n].masked_fill(masked, float("-inf")), target)
    also_asked = torch.zeros(len(queries) - n, n, dtype=torch.bool)
    shut = torch.cat([masked[:, :n], also_asked])
    back = functional.cross_entropy(scores[:, :n].masked_fill(shut, float("-inf")).T, target)
    return ahead + BACK_WEIGHT * back


def _draw(sources: Sequence[Source], chance: random.Random, course: Course) -> _Batch:
    """Queries with their answers in the same places, then the hard negatives of those that have one."""
    drawn = _choose(sources, chance, course.sources)
    examples = [
        (s, e) for s in drawn for e in chance.sample(s.examples, min(len(s.examples), course.batch // len(drawn)))
    ]
    answers = [draw_answer(example, chance) for _, example in examples]
    hard = [(s, chance.choice(e.wrong)) for s, e in examples if e.wrong]
    wrong = chance.sample(hard, min(len(hard), course.hard))
    names = [s.owners.get(text, text) for (s, _), text in zip(examples, answers, strict=True)]
    names += [s.owners.get(text, text) for s, text in wrong]
    masked = torch.tensor(
        [
            [j != i and name in example.related for j, name in enumerate(names)]
            for i, (_, example) in enumerate(examples)
        ]
    )
    others = [text for source in drawn for text in source.outside]
    return _Batch(
        [e.query for _, e in examples],
        [*answers, *(text for _, text in wrong)],
        masked,
        chance.sample(others, min(len(others), course.outside)),
    )


def _choose(sources: Sequence[Source], chance: random.Random, n: int) -> list[Source]:
    """n different sources, each drawn by its share."""
    left, drawn = list(sources), []
    for _ in range(min(n, len(left))):
        found = chance.choices(left, [s.share for s in left])[0]
        drawn.append(found)
        left.remove(found)
    return drawn


def _freeze(model: BertModel, n_layers: int) -> None:
    for part in (model.embeddings, *model.encoder.layer[:n_layers]):
        for parameter in part.parameters():
            parameter.requires_grad = False


def _warm_then_cool(progress: float) -> float:
    return min(1.0, progress / 0.05) * (1 - progress) + 0.02
