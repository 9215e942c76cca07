"""The encoder of the package: python -m training.encoder.train --base DIR --data DIR --out DIR.

base : the folder that training.encoder.make_base wrote. What looks like an answer and is none is found by the shipped
ranking itself: what it puts among the first though nobody judged it relevant.
"""

import argparse
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tokenizers import Tokenizer
from transformers import BertModel

from indexer.content.front_matter import Guidance, ProblemArea
from indexer.content.read_content import read_as_reviewed
from training import sources
from training.encoder.examples import (
    MAX_CHARS,
    Source,
    Texts,
    asked_examples,
    group_examples,
    judged_examples,
    outside_queries,
    pair_examples,
    unit_examples,
)
from training.encoder.export import SHARED_LAYERS
from training.encoder.finetune import Course, finetune
from training.encoder.make_base import save_encoder
from training.encoder.reading_heads import LabelledText, read_folder, read_judged
from training.sources import Pair

DATA = Path(__file__).parent.parent / "data"
MOST = 20_000
"""Examples of a general source: more than are ever drawn."""
GENERAL = (
    (sources.read_squad, 0.8),
    (sources.read_swequad, 0.5),
    (sources.read_questions, 0.8),
    (sources.read_government, 0.7),
    (sources.read_statutes, 0.4),
    (sources.read_folkets, 0.2),
    (sources.read_folkets_definitions, 0.2),
    (sources.read_tatoeba, 0.2),
    (sources.read_mnli_translations, 0.25),
    (sources.read_paraphrases, 0.1),
)
JUDGED_SHARE, ASKED_SHARE, AREAS_SHARE, UNITS_SHARE, FAQ_SHARE = 3.5, 1.0, 0.3, 0.8, 1.4


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--confused", type=Path, required=True, help="written by training.encoder.find_confused")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=Course().steps)
    parser.add_argument("--rate", type=float, default=Course().rate)
    parser.add_argument("--frozen", type=int, default=Course().frozen, help="first layers that stay as they are")
    chosen = parser.parse_args(arguments)
    confused = json.loads(chosen.confused.read_text(encoding="utf-8"))
    learnt = [*read_own(chosen.content, confused), *read_general(chosen.data)]
    print({source.name: len(source.examples) for source in learnt}, flush=True)
    base = BertModel.from_pretrained(
        chosen.base, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    tokenizer = Tokenizer.from_file(str(chosen.base / "tokenizer.json"))
    course = replace(Course(), steps=chosen.steps, rate=chosen.rate, frozen=chosen.frozen)
    shared = [] if chosen.frozen >= SHARED_LAYERS else read_units(chosen.content)
    model = finetune(base, tokenizer, learnt, shared, course)
    save_encoder(model, tokenizer, chosen.out)


def read_own(content: Path, confused: Mapping[str, Sequence[str]]) -> list[Source]:
    """What was written for this product: judged queries, how documents are asked for, questions and answers."""
    guidance, areas = read_texts(content)
    judged = read_judged_lines(content)
    outside = outside_queries(judged)
    return [
        Source("judged", list(judged_examples(judged, guidance, confused)), JUDGED_SHARE, _own(guidance), outside),
        Source("asked", list(asked_examples(guidance)), ASKED_SHARE, _own(guidance), outside),
        Source("areas", list(asked_examples(areas)), AREAS_SHARE, _own(areas)),
        Source("units", list(unit_examples(read_folder(DATA / "units"), areas)), UNITS_SHARE, _own(areas)),
        Source("faq", list(group_examples(sources.read_faq(DATA / "faq"))), FAQ_SHARE, {}),
    ]


def read_units(content: Path) -> list[LabelledText]:
    """Texts whose units are labelled, for the layers that search and reading share."""
    return [*read_folder(DATA / "units"), *read_judged(read_judged_lines(content))]


def read_general(data: Path) -> list[Source]:
    """The general Swedish and English pairs."""
    return [
        Source(read.__name__.removeprefix("read_"), list(pair_examples(_some(read(data)))), share, {})
        for read, share in GENERAL
    ]


def read_texts(content: Path) -> tuple[dict[str, Texts], dict[str, Texts]]:
    """The texts of every guidance document and of every problem area, by slug, each with its document's title."""
    guidance: dict[str, Texts] = {}
    areas: dict[str, Texts] = {}
    for entry in read_as_reviewed(content).entries:
        model = entry.model
        if isinstance(model, Guidance | ProblemArea):
            sections = [placed.section for placed in entry.file.sections if placed.section.text]
            passages = (
                f"{model.title}. {model.summary}",
                *(f"{model.title}. {section.heading}. {section.text}"[:MAX_CHARS] for section in sections),
            )
            phrasings = (*model.asked_as.sv, *model.asked_as.en)
            of_kind = guidance if isinstance(model, Guidance) else areas
            of_kind[entry.file.path.stem] = Texts(passages, phrasings)
    return guidance, areas


def read_judged_lines(content: Path) -> list[str]:
    """The judged queries that are for training, a line of JSON each."""
    return [line for path in sorted((content / "examples").glob("*.jsonl")) for line in _read_for_training(path)]


def _read_for_training(path: Path) -> list[str]:
    """The lines of a judged file that are not kept for fitting and measuring the fusion."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if sources.choose_role(json.loads(line)["query"]) == "training"]


def _own(texts: Mapping[str, Texts]) -> dict[str, str]:
    return {text: slug for slug, of_document in texts.items() for text in of_document}


def _some(pairs: Iterable[Pair]) -> list[Pair]:
    every = list(pairs)
    random.Random(0).shuffle(every)
    return every[:MOST]


if __name__ == "__main__":
    main()
