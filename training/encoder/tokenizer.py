"""The base's Unigram vocabulary as a tokenizer of the library `tokenizers`, whole or cut to the pieces in use."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from training.encoder.read_base import Pieces

MAX_TOKENS = 512
NEW_WORD = "▁"
_SPACE = r"[\t\n\f\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"
_NOTHING = r"[\x01-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"
"""What SentencePiece's nmt_nfkc does beyond NFKC: of the 4,837 code points in the base's map NFKC alone gives 4,792."""


def make_tokenizer(pieces: Pieces, kept: Sequence[int] | None = None) -> Tokenizer:
    """A tokenizer of the pieces with the ids in kept, in that order; of all when left out.

    kept : has the four special pieces first, in the base's order
    """
    ids = range(len(pieces.texts)) if kept is None else kept
    vocabulary = [(pieces.texts[i], float(pieces.scores[i])) for i in ids]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=pieces.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_NOTHING), ""),
            normalizers.Replace(Regex(_SPACE), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    begin, end = pieces.texts[pieces.bos], pieces.texts[pieces.eos]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, pieces.bos), (end, pieces.eos)],
    )
    tokenizer.add_special_tokens([pieces.texts[i] for i in (pieces.bos, pieces.pad, pieces.eos, pieces.unknown)])
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def choose_pieces(pieces: Pieces, texts: Iterable[str], alphabet: frozenset[str], min_count: int = 2) -> list[int]:
    """The ids of the special pieces, then of those that the texts use min_count times or more, and of all letters.

    alphabet : letters; each is kept alone and at the beginning of a word, so that any word of them has pieces
    """
    whole = make_tokenizer(pieces)
    whole.no_truncation()
    counts: Counter[int] = Counter()
    for text in texts:
        counts.update(whole.encode(text, add_special_tokens=False).ids)
    special = [pieces.bos, pieces.pad, pieces.eos, pieces.unknown]
    letters = {i for i, text in enumerate(pieces.texts) if text.removeprefix(NEW_WORD) in alphabet | {""}}
    used = {i for i, n in counts.items() if n >= min_count} | letters
    return sorted(special) + sorted(used - set(special))
