"""A trained encoder as the package ships it: python -m training.encoder.package --model DIR --data DIR [--out DIR]."""

import argparse
import json
import shutil
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from tokenizers import Tokenizer
from transformers import BertModel

from kb.embedding.load import DEFAULT_MODEL
from kb.embedding.model_settings import CONFIG, ENCODER
from training import sources
from training.encoder.examples import PASSAGE, QUERY
from training.encoder.export import export_int8
from training.encoder.finetune import Course
from training.encoder.model_card import write_model_card
from training.encoder.reading_heads import UNIT
from training.encoder.train import read_general, read_own, read_texts

READER = "onnx_module.py"
"""How sentence-transformers reads the folder; the one that ships is copied to any other."""
MODULES = [{"idx": 0, "name": "0", "path": "", "type": "onnx_module.OnnxModule"}]
SETTINGS = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": QUERY, "document": PASSAGE, "unit": UNIT},
    "similarity_fn_name": "cosine",
}
N_SEEN = 300
"""Texts by which the sizes of activations are found."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Quantise, write the folder and its card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--out", type=Path, default=DEFAULT_MODEL)
    chosen = parser.parse_args(arguments)
    package(chosen.model, chosen.out, _read_some(chosen.data, chosen.content))
    learnt = [*read_own(chosen.content, {}), *read_general(chosen.data)]
    write_model_card(chosen.out, Course(), {source.name: len(source.examples) for source in learnt})


def package(model: Path, out: Path, texts: Sequence[str]) -> None:
    """Write the encoder of the folder model to the folder out, as onnxruntime and sentence-transformers read it.

    texts : with their prompts, some as it will meet them
    """
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    bert: BertModel = BertModel.from_pretrained(model, add_pooling_layer=False)
    bert.eval()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
    export_int8(bert, tokenizer, texts, out / ENCODER)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    for name, value in (("modules.json", MODULES), (CONFIG, SETTINGS)):
        (out / name).write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    if out != DEFAULT_MODEL:
        shutil.copyfile(DEFAULT_MODEL / READER, out / READER)


def _read_some(data: Path, content: Path) -> list[str]:
    """Passages and phrasings of the content, and questions with their texts."""
    guidance, _ = read_texts(content)
    own = [text for of_document in guidance.values() for text in of_document]
    pairs = list(islice(sources.read_squad(data), 0, 2000, 40))
    general = [text for question, answer in pairs for text in (QUERY + question, PASSAGE + answer)]
    step = max(1, len(own) // (N_SEEN - len(general)))
    return [*own[::step], *general]


if __name__ == "__main__":
    main()
