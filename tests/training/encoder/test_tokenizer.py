"""Texts to pieces as the base has them, and the vocabulary cut to what is used."""

from tests.training.encoder.tiny_base import make_file
from training.encoder.read_base import parse_base
from training.encoder.tokenizer import choose_pieces, make_tokenizer

BASE = parse_base(make_file()).pieces


def tokens_of(text: str) -> list[str]:
    return make_tokenizer(BASE).encode(text, add_special_tokens=False).tokens


def test_the_likeliest_pieces_are_taken() -> None:
    assert tokens_of("bra") == ["▁bra"]
    assert tokens_of("ba") == ["▁b", "a"]


def test_a_text_begins_and_ends_with_its_marks() -> None:
    assert make_tokenizer(BASE).encode("bra").tokens == ["<s>", "▁bra", "</s>"]


def test_odd_spaces_and_signs_are_as_the_base_has_them() -> None:
    for text in ("bra\tbra", "bra  bra", "bra\u200bbra", "bra\x01 bra", " bra\u2028bra "):
        assert tokens_of(text) == ["▁bra", "▁bra"], text
    assert tokens_of("\uff42\uff52\uff41") == ["▁bra"]  # full width


def test_what_is_used_is_kept_after_the_special_ones() -> None:
    kept = choose_pieces(BASE, ["bra bra"], frozenset("b"), min_count=2)
    assert [BASE.texts[i] for i in kept] == ["<s>", "<pad>", "</s>", "<unk>", "▁bra", "▁", "b", "▁b"]


def test_what_is_seldom_used_is_not_kept() -> None:
    assert choose_pieces(BASE, ["bra"], frozenset(), min_count=2) == [0, 1, 2, 3, BASE.texts.index("▁")]


def test_a_cut_vocabulary_gives_the_same_pieces_under_new_ids() -> None:
    kept = choose_pieces(BASE, ["bra bra"], frozenset("bra"))
    cut = make_tokenizer(BASE, kept).encode("bra ab")
    assert cut.tokens == make_tokenizer(BASE).encode("bra ab").tokens
    assert max(cut.ids) < len(kept)
