"""Reasons as sentences, in Swedish and English."""

from typing import get_args

from api.languages import load_strings
from api.reasons import tell_parts, tell_support
from kb.matching.experts import Support
from kb.matching.reason_words import ReasonKind, Strength


def test_a_methods_parts_are_told_in_either_language() -> None:
    parts = {"areas": 4.0, "lexical_title": -0.2}
    assert tell_parts(parts, "sv") == ["problemområdet talar starkt för", "orden i rubriken talar emot"]
    assert tell_parts(parts, "en") == [
        "the problem area: speaks strongly for it",
        "the words of the title: speaks against it",
    ]


def test_an_experts_experience_names_the_methods() -> None:
    support = Support(0.0, 0.5, 0.2, ("sspf", "borta"))
    assert tell_support(support, {"sspf": "Samverkan SSPF"}, "sv") == [
        "erfarenhet av ”Samverkan SSPF”, ”borta” talar starkt för",
        "problemområdet som profilen uppger talar för",
    ]


def test_every_kind_and_strength_has_its_words() -> None:
    for language in ("sv", "en"):
        keys = [f"reason_{name}" for name in (*get_args(ReasonKind), *get_args(Strength))]
        assert [key for key in keys if key not in load_strings(language)] == []
