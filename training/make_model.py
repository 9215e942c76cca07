"""Make the default model: python -m training.make_model --data ../shared/data [--content content] [--out DIR]."""

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training import sources
from training.model_card import write_model_card
from training.sources import Pair
from training.student import Contrast, Distillation, Lessons, Texts, train
from training.teacher import embed_english
from training.tokenizer import train_tokenizer

N_TOKENS = 32_000
CONTENT_WEIGHT = 1.0
SOURCES: tuple[tuple[str, Callable[[Path], Iterator[Pair]], float], ...] = (
    ("folkets", sources.read_folkets, 2.0),
    ("folkets_definitions", sources.read_folkets_definitions, 1.0),
    ("synonyms", sources.read_synonyms, 1.0),
    ("tatoeba", sources.read_tatoeba, 0.5),
    ("mnli_entailments", sources.read_mnli_entailments, 0.5),
    ("paraphrases", sources.read_paraphrases, 0.3),
    ("squad", sources.read_squad, 1.0),
    ("swequad", sources.read_swequad, 0.5),
    ("government", sources.read_government, 2.0),
    ("questions", sources.read_questions, 0.2),
    ("statutes", sources.read_statutes, 2.0),
)


def main() -> None:
    """Read the sources, train tokenizer and vectors, save them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--out", type=Path, default=Path("kb/embedding/till-handling-sv"))
    parser.add_argument("--cache", type=Path, default=Path(".cache"))
    arguments = parser.parse_args()
    started = time.monotonic()
    pairs = {name: list(read(arguments.data)) for name, read, _ in SOURCES}
    pairs["content"] = list(sources.read_content_pairs(arguments.content))
    translations = sorted({pair for read in sources.TRANSLATIONS for pair in read(arguments.data)})
    print({name: len(p) for name, p in pairs.items()}, "translations", len(translations), flush=True)
    tokenizer = train_tokenizer(_tokenizer_text(pairs, translations), N_TOKENS)
    print(f"tokenizer after {time.monotonic() - started:.0f} s", flush=True)
    lessons = Lessons()
    english = [e for _, e in translations]
    targets = _reduce(embed_english(english, arguments.cache), lessons.dim)
    distillation = Distillation(
        Texts(tokenizer, [s for s, _ in translations]), Texts(tokenizer, english), torch.from_numpy(targets)
    )
    contrasts = [
        Contrast(name, Texts(tokenizer, [a for a, _ in pairs[name]]), Texts(tokenizer, [b for _, b in pairs[name]]), w)
        for name, w in (*((name, weight) for name, _, weight in SOURCES), ("content", CONTENT_WEIGHT))
    ]
    vectors = train(tokenizer.get_vocab_size(), distillation, contrasts, lessons)
    save(tokenizer, vectors.numpy(), arguments.out)
    n_pairs = {**{name: len(found) for name, found in pairs.items()}, "translations": len(translations)}
    write_model_card(arguments.out, lessons, n_pairs)
    print(f"saved to {arguments.out} after {time.monotonic() - started:.0f} s")


def save(tokenizer: Tokenizer, vectors: np.ndarray, folder: Path) -> None:
    """Write the model as sentence-transformers' StaticEmbedding folder, float16."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    module = StaticEmbedding(tokenizer, embedding_weights=vectors)
    SentenceTransformer(modules=[module, Normalize()], device="cpu").half().save(str(folder))


def _tokenizer_text(pairs: dict[str, list[Pair]], translations: list[Pair]) -> Iterable[str]:
    for name in ("government", "statutes"):
        yield from (right for _, right in pairs[name][::3])
    for swedish, english in translations:
        yield swedish
        yield english


def _reduce(vectors: np.ndarray, dim: int) -> np.ndarray:
    """The first principal components of the teacher's space, rows of L2 norm 1."""
    centred = vectors - vectors.mean(0)
    _, _, axes = np.linalg.svd(centred[:: max(1, len(centred) // 20_000)], full_matrices=False)
    reduced = centred @ axes[:dim].T
    return np.asarray(reduced / np.linalg.norm(reduced, axis=1, keepdims=True), np.float32)


if __name__ == "__main__":
    main()
