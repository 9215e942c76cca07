"""Reasons as sentences in the reader's language, for the API, the pages and the command."""

from collections.abc import Mapping, Sequence

from api.languages import Language, load_strings
from kb.matching.experts import Support
from kb.matching.reason_words import WeighedReason, weigh_parts, weigh_support


def tell_parts(parts: Mapping[str, float], language: Language) -> list[str]:
    """What speaks for a method and against it, what says most first."""
    return _tell(weigh_parts(parts), language)


def tell_support(support: Support, titles: Mapping[str, str], language: Language) -> list[str]:
    """What speaks for an expert; titles : slug of a method -> its title."""
    methods = ", ".join(f"”{titles.get(slug, slug)}”" for slug in support.methods)
    return _tell(weigh_support(support.by_text, support.by_method, support.by_area), language, methods)


def _tell(reasons: Sequence[WeighedReason], language: Language, methods: str = "") -> list[str]:
    strings = load_strings(language)
    return [
        strings[f"reason_{reason.strength}"].format(what=strings[f"reason_{reason.kind}"].format(methods=methods))
        for reason in reasons
    ]
