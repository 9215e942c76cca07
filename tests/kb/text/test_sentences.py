"""Where a sentence ends."""

import pytest

from kb.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "n_sentences"),
    [
        ("Polisen kom. Vi gick! Varför?", 3),
        ("Gör så här: ring 112.", 2),
        ("Det gäller bl.a. Malmö och prop. 2024/25:65.", 1),
        ("Mötet varade kl. 9 till 10.", 1),
        ("Han sa ”nej.” Sedan gick han.", 2),
        ("Ingen punkt sist", 1),
        ("Andel trygga, t.ex. på kvällen", 1),
        ("", 0),
        ("– . –", 0),
    ],
)
def test_sentences(text: str, n_sentences: int) -> None:
    assert len(split_sentences(text)) == n_sentences
