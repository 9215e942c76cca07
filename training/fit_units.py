"""Fit what reads units on the vectors of the encoder that ships: python -m training.fit_units.

The encoder has seen most of these texts, so that its vectors of them flatter. How sharp the probabilities are, what
tells how sure a problem is, come from the fifth that it was not trained on.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import UnitEmbedder, Vectors
from kb.embedding.load import DEFAULT_MODEL
from kb.embedding.onnx_encoder import OnnxEncoder
from kb.embedding.onnx_units import OnnxUnitEmbedder
from kb.models.fit_logistic import fit_logistic
from kb.models.fit_softmax import fit_softmax
from kb.models.models import COEFFICIENTS, UNIT_HEADS, name_file
from kb.models.unit_heads import UnitHeads, read_unit_heads, write_unit_heads
from kb.problems.find_problems import MIN_TELLING, find_features, weigh_areas
from kb.problems.read_unit import ReadUnit
from kb.problems.segments import group_units, lean_on_context
from kb.problems.stance_words import weigh_stances
from kb.problems.stances import STANCES
from kb.problems.unit_reader import embed_units
from kb.problems.units import Unit
from training.encoder.reading_heads import SHARES
from training.record import write_record
from training.sources import choose_role

DATA = Path(__file__).parent / "data" / "units"
COMMAND = "python -m training.fit_units"
SCALE = 10.0
RIDGE = 0.003
PROBLEM_RIDGE = 0.01
WHOLE_TEXT = 5
"""Units of a text from which each counts fully: most texts for training are single sentences, few descriptions are."""
SHARPNESSES = np.linspace(0.4, 1.6, 25)
PROBLEM = STANCES.index("problem")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One text: its units with their labels and vectors; problems : the number of each unit's problem, 0 for none."""

    name: str
    units: tuple[Unit, ...]
    stances: tuple[int, ...]
    areas: tuple[tuple[str, ...], ...]
    problems: tuple[int, ...]
    vectors: Vectors


def main() -> None:
    """Fit and write the heads and the model over them, with its training record."""
    texts = list(read_texts(DATA, OnnxUnitEmbedder(OnnxEncoder(DEFAULT_MODEL))))
    seen = [text for text in texts if choose_role(text.name) == "training"]
    held = [text for text in texts if choose_role(text.name) != "training"]
    write_unit_heads(fit_heads(seen, held), COEFFICIENTS / UNIT_HEADS)
    heads = read_unit_heads(COEFFICIENTS / UNIT_HEADS)
    read = [read_as(text, heads) for text in held]
    rows, labels = _group_rows(held, read, heads)
    _write("problem", list(rows[0]), np.array([list(row.values()) for row in rows]), labels, PROBLEM_RIDGE, len(held))


def read_texts(folder: Path, embedder: UnitEmbedder) -> Iterator[Labelled]:
    """The labelled texts of every file in the folder, embedded as the product does."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield _read(json.loads(line), embedder)


def _read(told: Mapping[str, Any], embedder: UnitEmbedder) -> Labelled:
    units = tuple(
        Unit(
            position=i,
            heading=u["heading"],
            text=u["text"],
            form="sentence" if u["form"] == "clause" else u["form"],
            is_clause=u["form"] == "clause",
        )
        for i, u in enumerate(told["units"])
    )
    return Labelled(
        name=told["id"],
        units=units,
        stances=tuple(STANCES.index(u["stance"]) for u in told["units"]),
        areas=tuple(tuple(u["areas"]) for u in told["units"]),
        problems=tuple(u["problem"] or 0 for u in told["units"]),
        vectors=embed_units(units, embedder),
    )


def fit_heads(seen: Sequence[Labelled], held: Sequence[Labelled]) -> UnitHeads:
    """Both heads, fitted on what the encoder saw and made as sharp as suits what it did not see."""
    areas = tuple(sorted({area for text in seen for found in text.areas for area in found}))
    rows, held_rows, shares = _rows(seen), _rows(held), _weigh(seen)
    stance = _sharpen(_fit(rows, _stance_aims(seen), shares), held_rows, _stance_aims(held))
    area = _sharpen(_fit(rows, _area_aims(seen, areas), shares), held_rows, _area_aims(held, areas))
    return UnitHeads(stances=STANCES, areas=areas, stance=stance, area=area)


def _weigh(texts: Sequence[Labelled]) -> NDArray[np.float32]:
    """float32 array (n_units,): a unit of a whole text counts 1, a single sentence told for its own sake less."""
    lengths = [len(text.units) for text in texts for _ in text.units]
    return np.minimum(1.0, np.array(lengths, np.float32) / WHOLE_TEXT)


def _stance_aims(texts: Sequence[Labelled]) -> Vectors:
    return np.eye(len(STANCES), dtype=np.float32)[[stance for text in texts for stance in text.stances]]


def _area_aims(texts: Sequence[Labelled], areas: Sequence[str]) -> Vectors:
    return np.array([_aim(found, areas) for text in texts for found in text.areas], np.float32)


def _rows(texts: Sequence[Labelled]) -> Vectors:
    vectors = np.concatenate([text.vectors for text in texts])
    return np.hstack([vectors, np.ones((len(vectors), 1), np.float32)])


def _aim(found: Sequence[str], areas: Sequence[str]) -> NDArray[np.float32]:
    aim = np.zeros(len(areas) + 1, np.float32)
    for area, share in zip(found, SHARES, strict=False):
        aim[areas.index(area) if area in areas else -1] = share
    if not found:
        aim[-1] = 1.0
    return np.asarray(aim / aim.sum(), np.float32)


def _fit(rows: Vectors, aims: NDArray[np.float32], shares: NDArray[np.float32]) -> Vectors:
    """float32 array (dim + 1, n_classes), for vectors of length 1; shares : how much each row counts."""
    scale = np.array([SCALE] * (rows.shape[1] - 1) + [1.0], np.float32)
    weights = fit_softmax(rows * scale, aims, shares=shares / shares.sum(), handicaps=np.zeros_like(aims), ridge=RIDGE)
    return np.asarray(weights * scale[:, None], np.float32)


def _sharpen(weights: Vectors, rows: Vectors, aims: NDArray[np.float32]) -> Vectors:
    """The weights times what gives the likeliest probabilities (temperature scaling, Guo et al., ICML 2017)."""

    def loss(sharpness: float) -> float:
        odds = sharpness * (rows @ weights)
        most = odds.max(axis=1)
        return float(np.mean(most + np.log(np.exp(odds - most[:, None]).sum(axis=1)) - (aims * odds).sum(axis=1)))

    best = min(SHARPNESSES.tolist(), key=loss)
    print(f"sharpness {best:.2f}")
    return np.asarray(best * weights, np.float32)


def read_as(text: Labelled, heads: UnitHeads) -> list[ReadUnit]:
    """The text as the heads read it."""
    stances, areas = heads.rate_stances(text.vectors), heads.rate_areas(text.vectors)[:, :-1]
    return [
        ReadUnit(
            unit=unit,
            stances=weigh_stances(stance, float(area.sum()), unit),
            areas=area,
            vector=vector,
        )
        for unit, stance, area, vector in zip(text.units, stances, areas, text.vectors, strict=True)
    ]


def _group_rows(
    texts: Sequence[Labelled], read: Sequence[Sequence[ReadUnit]], heads: UnitHeads
) -> tuple[list[dict[str, float]], NDArray[np.float64]]:
    """What each group found says, and whether it is a problem of the text in its likeliest area, which names it."""
    rows, labels = [], []
    for text, units in zip(texts, read, strict=True):
        for group in group_units([item for item in lean_on_context(units) if item.tells >= MIN_TELLING]):
            rows.append(find_features(group))
            labels.append(float(_is_right(group, text, heads)))
    return rows, np.array(labels)


def _is_right(group: Sequence[ReadUnit], text: Labelled, heads: UnitHeads) -> bool:
    positions = [item.unit.position for item in group]
    told = [position for position in positions if text.stances[position] == PROBLEM]
    likeliest = heads.areas[int(weigh_areas(group).argmax())]
    return len(told) >= len(positions) / 2 and any(likeliest in text.areas[position] for position in told)


def _write(
    name: str, names: Sequence[str], rows: NDArray[np.float64], labels: NDArray[np.float64], ridge: float, n_texts: int
) -> None:
    weights = fit_logistic(rows, labels, ridge)
    record = {
        "weights": {n: round(float(w), 4) for n, w in zip(names, weights[:-1], strict=True)},
        "intercept": round(float(weights[-1]), 4),
        "threshold": 0.5,
        "training": {"command": COMMAND, "n_texts": n_texts, "n_rows": len(rows), "n_yes": int(labels.sum())},
    }
    write_record(record, name_file(name))


if __name__ == "__main__":
    main()
