"""The base encoder as a folder of sentence-transformers: python -m training.encoder.make_base --data DIR --out DIR.

Its vocabulary is cut to the pieces that Swedish and English text uses: a third of the size, the same vectors for such
text.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer
from transformers import BertModel, PreTrainedTokenizerFast

from training import sources
from training.encoder.make_bert import make_bert
from training.encoder.read_base import read_base
from training.encoder.tokenizer import MAX_TOKENS, choose_pieces, make_tokenizer
from training.sources import Pair

PROMPTS = {"query": "query: ", "document": "passage: "}
LETTERS = frozenset([*map(chr, range(33, 127)), *"åäöÅÄÖéÉüÜøØæÆ§–—”’…•°€"])
READERS = (
    sources.read_folkets,
    sources.read_folkets_definitions,
    sources.read_synonyms,
    sources.read_tatoeba,
    sources.read_mnli_translations,
    sources.read_squad,
    sources.read_swequad,
    sources.read_government,
    sources.read_statutes,
)
SHARE_OF_LONG = 1 / 3
"""Of the government's pages and the statutes, which are ten times the rest."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, cut, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    base = read_base()
    kept = choose_pieces(base.pieces, _read_texts(chosen.data, chosen.content), LETTERS)
    save_encoder(make_bert(base, kept), make_tokenizer(base.pieces, kept), chosen.out)
    print(f"{chosen.out}: {len(kept)} of {len(base.pieces.texts)} tokens")


def save_encoder(model: BertModel, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the folder that sentence-transformers opens: mean over the tokens, L2 norm 1, a prompt for each role."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    inner = folder / "encoder"
    begin, pad, end, unknown = (tokenizer.id_to_token(i) for i in range(4))
    model.save_pretrained(inner)
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]  # transformers leaves it untyped
        tokenizer_object=tokenizer,
        bos_token=begin,
        cls_token=begin,
        pad_token=pad,
        eos_token=end,
        sep_token=end,
        unk_token=unknown,
        model_max_length=MAX_TOKENS,
    ).save_pretrained(inner)
    modules: list[Any] = [Transformer(str(inner)), Pooling(model.config.hidden_size, "mean"), Normalize()]
    SentenceTransformer(modules=modules, prompts=PROMPTS, device="cpu").save(str(folder))
    for path in inner.iterdir():
        path.unlink()
    inner.rmdir()


def _read_texts(data: Path, content: Path) -> Iterator[str]:
    chance = random.Random(0)
    for read in READERS:
        share = SHARE_OF_LONG if read in (sources.read_government, sources.read_statutes) else 1.0
        yield from _sides(pair for pair in read(data) if chance.random() < share)
    for path in sorted(content.rglob("*.md")):
        yield from path.read_text(encoding="utf-8").splitlines()


def _sides(pairs: Iterator[Pair]) -> Iterator[str]:
    for pair in pairs:
        yield from pair


if __name__ == "__main__":
    main()
