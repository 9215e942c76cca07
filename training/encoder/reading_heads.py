"""Learning to read units: each one's stance and areas told from its tokens, in the midst of the text around it.

The encoder reads a stretch of text at once, with a prompt of its own, so that what makes a good vector for search is
left alone; a unit is the mean of its tokens (late chunking, Guenther et al. 2024). The heads on top are thrown away:
what ships is fitted anew on the vectors of the encoder in int8.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from kb.embedding.onnx_units import BEGIN, END, MAX_UNIT_TOKENS
from kb.problems.stances import STANCES
from kb.problems.stretches import cut_stretches
from kb.problems.units import Unit
from training.encoder.padding import pad
from training.sources import choose_role

UNIT = "unit: "
MAX_TOKENS = 224
AREAS_WEIGHT = 0.7
SHARPNESS = 20.0
SHARES = (1.0, 0.5, 0.25)
"""What the first, second and third area of a unit count for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledUnit:
    """stance : place in STANCES, None when only the areas are known; areas : best first, empty for none."""

    text: str
    stance: int | None
    areas: tuple[str, ...]
    heading: str = ""


LabelledText = Sequence[LabelledUnit]


def read_labelled(lines: Iterable[str], *, training: bool = True) -> Iterator[LabelledText]:
    """The texts of a file of units that are for training, or those kept for fitting and measuring what reads them."""
    for told in map(json.loads, lines):
        if (choose_role(told["id"]) == "training") == training:
            yield [_label(unit) for unit in told["units"]]


def _label(unit: Mapping[str, Any]) -> LabelledUnit:
    return LabelledUnit(
        text=unit["text"],
        stance=STANCES.index(unit["stance"]),
        areas=tuple(unit["areas"]),
        heading=unit["heading"],
    )


def read_judged(lines: Iterable[str]) -> Iterator[LabelledText]:
    """Judged descriptions as texts of one unit, whose area is known; those to other offices have none."""
    for judged in map(json.loads, lines):
        if judged["kind"] in ("lagesbild", "vardagssprak", "engelska", "felstavad") and judged.get("area"):
            yield [LabelledUnit(text=judged["query"], stance=None, areas=(judged["area"],))]
        elif judged["kind"] == "utanfor" and len(judged["query"].split()) > 3:
            yield [LabelledUnit(text=judged["query"], stance=STANCES.index("else"), areas=())]


def read_folder(folder: Path, *, training: bool = True) -> list[LabelledText]:
    """The texts of every file in the folder, as read_labelled."""
    return [
        text
        for path in sorted(folder.glob("*.jsonl"))
        for text in read_labelled(path.read_text(encoding="utf-8").splitlines(), training=training)
    ]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Token ids of a stretch of text; spans : where each of its units stands."""

    ids: list[int]
    spans: list[tuple[int, int]]
    units: list[LabelledUnit]


class ReadingHeads(nn.Module):
    """Linear heads over a unit's vector: stance, and area or none.

    A vector of length 1 has small numbers: multiplied by SHARPNESS the heads learn in tens of steps, not hundreds.
    """

    def __init__(self, width: int, areas: Sequence[str]) -> None:
        super().__init__()
        self.stance = nn.Linear(width, len(STANCES))
        self.area = nn.Linear(width, len(areas) + 1)
        self.areas = tuple(areas)
        self._column = {area: i for i, area in enumerate(areas)}

    def rate(self, vectors: Tensor) -> tuple[Tensor, Tensor]:
        """Log-odds of stance, (n, n_stances), and of area or none, (n, n_areas + 1)."""
        return self.stance(SHARPNESS * vectors), self.area(SHARPNESS * vectors)

    def loss(self, vectors: Tensor, units: Sequence[LabelledUnit]) -> Tensor:
        """Cross entropy of both, each a mean over the units that have the label; vectors : (n_units, width)."""
        known = [i for i, unit in enumerate(units) if unit.stance is not None]
        stances = torch.tensor([units[i].stance for i in known])
        stance = functional.cross_entropy(self.stance(SHARPNESS * vectors[known]), stances, label_smoothing=0.05)
        area = functional.cross_entropy(self.area(SHARPNESS * vectors), self._aim(units), label_smoothing=0.05)
        return stance + AREAS_WEIGHT * area

    def _aim(self, units: Sequence[LabelledUnit]) -> Tensor:
        aims = torch.zeros(len(units), len(self._column) + 1)
        for aim, unit in zip(aims, units, strict=True):
            shares = [(self._column[a], s) for a, s in zip(unit.areas, SHARES, strict=False) if a in self._column]
            for column, share in shares or [(-1, 1.0)]:
                aim[column] = share
        return aims / aims.sum(1, keepdim=True)


class ReadingLessons:
    """Draws stretches of labelled texts and tells how wrongly the model reads them."""

    def __init__(self, texts: Sequence[LabelledText], tokenizer: Tokenizer, n_at_once: int) -> None:
        self._prompt = tokenizer.encode(UNIT, add_special_tokens=False).ids
        self._texts = [[(unit, _encode(unit.text, tokenizer)) for unit in text] for text in texts]
        self._n = n_at_once
        self.areas = sorted({area for text in texts for unit in text for area in unit.areas})

    def loss(self, model: BertModel, heads: ReadingHeads, chance: random.Random) -> Tensor:
        """Of some stretches drawn by chance, a text as often as it has units up to a screenful."""
        weights = [min(len(text), 8) for text in self._texts]
        drawn = [self._cut(text, chance) for text in chance.choices(self._texts, weights, k=self._n)]
        parts = _by_length(drawn, 4)
        vectors = torch.cat([embed_units(model, part) for part in parts])
        return heads.loss(vectors, [unit for part in parts for stretch in part for unit in stretch.units])

    def _cut(self, text: Sequence[tuple[LabelledUnit, list[int]]], chance: random.Random) -> Stretch:
        first = chance.randrange(len(text)) if len(text) > 6 and chance.random() < 0.7 else 0
        stretch = Stretch([BEGIN, *self._prompt], [], [])
        for unit, ids in text[first:]:
            if stretch.units and len(stretch.ids) + len(ids) > MAX_TOKENS:
                break
            stretch.spans.append((len(stretch.ids), len(stretch.ids) + len(ids)))
            stretch.ids.extend(ids)
            stretch.units.append(unit)
        return stretch


def _encode(text: str, tokenizer: Tokenizer) -> list[int]:
    return [*tokenizer.encode(text, add_special_tokens=False).ids[: MAX_UNIT_TOKENS - 1], END]


def lay_out(text: LabelledText, tokenizer: Tokenizer) -> Iterator[Stretch]:
    """The text in stretches as the product cuts it; what only helps to understand the rest has no span."""
    prompt = tokenizer.encode(UNIT, add_special_tokens=False).ids
    units = [Unit(position=i, heading=unit.heading, text=unit.text) for i, unit in enumerate(text)]
    done = 0
    for cut in cut_stretches(units):
        stretch = Stretch([BEGIN, *prompt], [], [])
        for i, part in enumerate(cut.parts):
            ids = _encode(part, tokenizer)
            if i >= cut.n_before:
                stretch.spans.append((len(stretch.ids), len(stretch.ids) + len(ids)))
                stretch.units.append(text[done])
                done += 1
            stretch.ids.extend(ids)
        yield stretch


def embed_units(model: BertModel, stretches: Sequence[Stretch]) -> Tensor:
    """float32 (n_units, width): the mean of each unit's tokens, of L2 norm 1."""
    ids, mask = pad([stretch.ids for stretch in stretches])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
    hidden = hidden.float()
    means = [hidden[row, first:last].mean(0) for row, s in enumerate(stretches) for first, last in s.spans]
    return functional.normalize(torch.stack(means), dim=1)


def _by_length(stretches: Sequence[Stretch], n: int) -> list[list[Stretch]]:
    ordered = sorted(stretches, key=lambda stretch: len(stretch.ids))
    return [ordered[first : first + n] for first in range(0, len(ordered), n)]
