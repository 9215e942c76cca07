"""A library of any size, the same for the same seed."""

import random

import pytest

from benchmarks.speed.enlarge import PASSAGES_PER_DOCUMENT, enlarge, perturb
from kb.documents import Library, Phrasings
from kb.index.passages import cut_document
from tests.builders import make_guidance, make_section

MODEL = make_guidance(
    "lek",
    "Lek på torget",
    summary="Barn leker på torget efter skolan",
    sections=tuple(make_section(f"Rubrik {i}", f"Text {i} om hur barn och unga leker tryggt") for i in range(7)),
    asked_as=Phrasings(("hur leker barn på torget", "trygg lek"), ()),
)
LIBRARY = Library((MODEL,), (), ())


@pytest.mark.parametrize("n_passages", [8, 20, 64])
def test_the_library_has_the_passages_asked_for(n_passages: int) -> None:
    documents = enlarge(LIBRARY, n_passages).guidance
    assert len(documents) == n_passages // PASSAGES_PER_DOCUMENT
    assert len({d.slug for d in documents}) == len(documents)
    assert sum(len(cut_document(d, {})) for d in documents) == n_passages


def test_the_same_seed_gives_the_same_library_and_another_another() -> None:
    assert enlarge(LIBRARY, 32) == enlarge(LIBRARY, 32)
    assert enlarge(LIBRARY, 32, seed=1) != enlarge(LIBRARY, 32)


def test_words_come_from_the_text_and_the_other_one() -> None:
    words, others = [f"a{i}" for i in range(50)], ["b"]
    mixed = perturb(random.Random(0), words, others)
    assert set(mixed) <= {*words, *others}
    assert "b" in mixed
    assert mixed != words


def test_a_text_is_never_emptied() -> None:
    assert all(perturb(random.Random(seed), ["ord"], []) == ["ord"] for seed in range(100))


def test_too_few_passages_for_one_document_are_refused() -> None:
    with pytest.raises(ValueError, match="7 passages are less than the 8"):
        enlarge(LIBRARY, 7)
