"""The layers that read descriptions: python -m training.encoder.train_reading --base DIR --out DIR.

The first layers are the search encoder's own and stay as they are, so that search does not change; the last ones are
copied from it and learn to tell the stance and the areas of each unit in the midst of its text. What the first layers
give is worked out once.
"""

import argparse
import random
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import save_file
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from kb.problems.stances import STANCES
from training.encoder.export import SHARED_LAYERS
from training.encoder.padding import pad
from training.encoder.reading_heads import (
    LabelledUnit,
    ReadingHeads,
    Stretch,
    lay_out,
    read_folder,
    read_judged,
)
from training.encoder.train import DATA, read_judged_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCourse:
    """How long and how hard to train; batch in stretches."""

    epochs: int = 6
    batch: int = 24
    rate: float = 1e-4
    heads_rate: float = 1e-3
    dropout: float = 0.1
    averaged_share: float = 0.35
    seed: int = 0


@dataclass(frozen=True, slots=True)
class _Prepared:
    """hidden : bfloat16 (n_tokens, width), what the shared layers give of the stretch."""

    stretch: Stretch
    hidden: Tensor


class Reader(nn.Module):
    """The last layers, and a vector of L2 norm 1 for each unit: the mean of its tokens."""

    def __init__(self, model: BertModel, dropout: float) -> None:
        super().__init__()
        self.layers = nn.ModuleList(deepcopy(layer) for layer in model.encoder.layer[SHARED_LAYERS:])
        for module in self.layers.modules():
            if isinstance(module, nn.Dropout):
                module.p = dropout

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """(n, n_tokens, width) -> the same; mask : (n, n_tokens), 1 for tokens."""
        shut = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * torch.finfo(hidden.dtype).min
        for layer in self.layers:
            found = layer(hidden, attention_mask=shut)
            hidden = found[0] if isinstance(found, tuple) else found
        return hidden


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=ReadingCourse().epochs)
    chosen = parser.parse_args(arguments)
    torch.manual_seed(0)
    model: BertModel = BertModel.from_pretrained(chosen.base, add_pooling_layer=False)
    model.eval()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    tokenizer = Tokenizer.from_file(str(chosen.base / "tokenizer.json"))
    texts = [*read_folder(DATA / "units"), *read_judged(read_judged_lines(chosen.content))]
    held = read_folder(DATA / "units", training=False)
    areas = sorted({area for text in texts for unit in text for area in unit.areas})
    reader = train(
        model,
        prepare(model, tokenizer, texts),
        prepare(model, tokenizer, held),
        areas,
        ReadingCourse(epochs=chosen.epochs),
    )
    save_file({name: value.contiguous() for name, value in reader.state_dict().items()}, chosen.out)


def prepare(model: BertModel, tokenizer: Tokenizer, texts: Sequence[Sequence[LabelledUnit]]) -> list[_Prepared]:
    """The stretches of the texts as the product cuts them, through the shared layers."""
    stretches = [stretch for text in texts for stretch in lay_out(text, tokenizer)]
    ordered = sorted(stretches, key=lambda stretch: len(stretch.ids))
    prepared: list[_Prepared] = []
    for first in range(0, len(ordered), 32):
        part = ordered[first : first + 32]
        ids, mask = pad([stretch.ids for stretch in part])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = model(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        hidden = states[SHARED_LAYERS].to(torch.bfloat16)
        prepared += [_Prepared(s, hidden[i, : len(s.ids)].clone()) for i, s in enumerate(part)]
    return prepared


def train(
    model: BertModel, told: Sequence[_Prepared], held: Sequence[_Prepared], areas: Sequence[str], course: ReadingCourse
) -> Reader:
    """The reader after the course, the mean of its weights over the last steps."""
    chance = random.Random(course.seed)
    reader, heads = Reader(model, course.dropout), ReadingHeads(model.config.hidden_size, areas)
    groups = [
        {"params": list(reader.parameters()), "scale": course.rate},
        {"params": list(heads.parameters()), "scale": course.heads_rate},
    ]
    optimizer = torch.optim.AdamW(groups, lr=course.rate, weight_decay=0.01)
    every = [*reader.parameters(), *heads.parameters()]
    mean, n_averaged = [torch.zeros_like(p) for p in every], 0
    n_steps, step = course.epochs * (len(told) // course.batch), 0
    for epoch in range(course.epochs):
        reader.train()
        total = 0.0
        batches = _batches(told, course.batch, chance)
        for part in batches:
            for group in optimizer.param_groups:
                group["lr"] = group["scale"] * min(1.0, step / (0.06 * n_steps)) * (1 - step / n_steps) + 1e-7
            optimizer.zero_grad()
            loss = heads.loss(embed(reader, part), [unit for item in part for unit in item.stretch.units])
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            torch.nn.utils.clip_grad_norm_(every, 1.0)
            optimizer.step()
            total += loss.item()
            step += 1
            if step >= (1 - course.averaged_share) * n_steps and step % 5 == 0:
                n_averaged += 1
                for kept, now in zip(mean, every, strict=True):
                    kept += (now.detach() - kept) / n_averaged
        print(f"epoch {epoch} loss {total / len(batches):.3f} {_judge(reader, heads, held)}", flush=True)
    with torch.no_grad():
        for kept, parameter in zip(mean, every, strict=True):
            parameter.copy_(kept)
    print(f"averaged {_judge(reader, heads, held)}", flush=True)
    return reader


def embed(reader: Reader, part: Sequence[_Prepared]) -> Tensor:
    """float32 (n_units, width), of L2 norm 1."""
    longest = max(len(item.hidden) for item in part)
    hidden = torch.stack([functional.pad(item.hidden, (0, 0, 0, longest - len(item.hidden))) for item in part])
    mask = (torch.arange(longest)[None, :] < torch.tensor([len(item.hidden) for item in part])[:, None]).long()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = reader(hidden, mask).float()
    means = [found[row, first:last].mean(0) for row, item in enumerate(part) for first, last in item.stretch.spans]
    return functional.normalize(torch.stack(means), dim=1)


def _batches(told: Sequence[_Prepared], size: int, chance: random.Random) -> list[list[_Prepared]]:
    """Batches of stretches of about the same length, in random order."""
    ordered = sorted(told, key=lambda item: len(item.hidden) + chance.random() * 24)
    batches = [list(ordered[first : first + size]) for first in range(0, len(ordered), size)]
    chance.shuffle(batches)
    return batches


def _judge(reader: Reader, heads: ReadingHeads, held: Sequence[_Prepared]) -> str:
    """Macro-F1 of stance and top-1 of area on texts that are kept apart."""
    reader.eval()
    stances, found, right = [], [], []
    with torch.no_grad():
        for first in range(0, len(held), 32):
            part = held[first : first + 32]
            units = [unit for item in part for unit in item.stretch.units]
            stance, area = heads.rate(embed(reader, part))
            for unit, s, a in zip(units, stance.argmax(1).tolist(), area[:, :-1].argmax(1).tolist(), strict=True):
                stances.append(unit.stance)
                found.append(s)
                if unit.stance == STANCES.index("problem") and unit.areas:
                    right.append(heads.areas[a] == unit.areas[0])
    f1 = f1_score(stances, found, average="macro")
    return f"held out: stance F1 {f1:.3f}, area top-1 {sum(right) / len(right):.3f}"


if __name__ == "__main__":
    main()
