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
    """Who knows the method with the slug, by level of experience, organisation and name; the made-up ones last."""
    found = [
        Helper(expert, method.level)
        for expert in experts
        for method in expert.methods
        if method.slug == slug and expert.is_published(today)
    ]
    return sorted(found, key=_place)


def list_area_experts(slug: str, experts: Iterable[Expert], today: date) -> list[Helper]:
    """Who declares the problem area with the slug, by organisation and name; the made-up ones last."""
    found = [Helper(expert, None) for expert in experts if slug in expert.problem_areas and expert.is_published(today)]
    return sorted(found, key=_place)


def _place(helper: Helper) -> tuple[bool, int, str, str]:
    expert, level = helper.expert, LEVELS.index(helper.level or "känner till")
    return expert.demo, level, expert.organisation, expert.name
