"""A Unigram tokenizer for Swedish with some English: it cuts compounds into parts that carry meaning."""

from collections.abc import Iterable

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"


def train_tokenizer(texts: Iterable[str], n_tokens: int) -> Tokenizer:
    """A tokenizer of at most n_tokens pieces, lower case, NFC, å ä ö kept."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Whitespace(), pre_tokenizers.Digits(individual_digits=False), pre_tokenizers.Metaspace()]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=n_tokens, special_tokens=[UNKNOWN], unk_token=UNKNOWN, max_piece_length=16, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer
