"""Experts to ask about a method or a problem area: those that are published today, the most experienced first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from kb.documents import Expert
from kb.vocabulary import MethodLevel

LEVELS: tuple[MethodLevel, ...] = tuple(reversed(get_args(MethodLevel)))
"""From the most experienced."""


@dataclass(frozen=True, slots=True)
class Helper:
    """level: of experience with the method, None where a problem area was asked for."""

    expert: Expert
    level: MethodLevel | None


def list_method_experts(slug: str, experts: Iterable[Expert], today: date) -> list[Helper]:
    """Who knows the method with the slug, by level of experience, then by organisation and name."""
    found = [
        Helper(expert, method.level)
        for expert in experts
        for method in expert.methods
        if method.slug == slug and expert.is_published(today)
    ]
    return sorted(found, key=lambda helper: (LEVELS.index(helper.level or "känner till"), *_name(helper.expert)))


def list_area_experts(slug: str, experts: Iterable[Expert], today: date) -> list[Helper]:
    """Who declares the problem area with the slug, by organisation and name."""
    found = [expert for expert in experts if slug in expert.problem_areas and expert.is_published(today)]
    return [Helper(expert, None) for expert in sorted(found, key=_name)]


def _name(expert: Expert) -> tuple[str, str]:
    return expert.organisation, expert.name
