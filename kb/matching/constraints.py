"""Who may not be asked, and why: before any ranking, and whatever speaks for an expert.

A new constraint is a name, a line of the table and its words in the languages of the screens (`excluded_NAME`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.documents import Expert
from kb.matching.help_request import HelpRequest

Constraint = Literal["publication", "reach", "conflict", "form", "language"]
"""Not published, in another county, its own case, cannot meet so, speaks another one."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """An expert that may not be asked, and the first constraint that it breaks; shown to advisors alone."""

    expert: Expert
    constraint: Constraint


def find_excluded(experts: Iterable[Expert], help_request: HelpRequest, today: date) -> tuple[Exclusion, ...]:
    """Those of the experts that may not be asked, in their order."""
    broken = ((expert, _find_broken(expert, help_request, today)) for expert in experts)
    return tuple(Exclusion(expert, constraint) for expert, constraint in broken if constraint)


def _find_broken(expert: Expert, help_request: HelpRequest, today: date) -> Constraint | None:
    broken = (constraint for constraint, is_kept in CONSTRAINTS.items() if not is_kept(expert, help_request, today))
    return next(broken, None)


def _is_published(expert: Expert, _: HelpRequest, today: date) -> bool:
    return expert.is_published(today)


def _reaches(expert: Expert, help_request: HelpRequest, _: date) -> bool:
    """No counties are the whole country."""
    town = help_request.municipality
    return town is None or not expert.counties or town.county_code in expert.counties


def _is_impartial(expert: Expert, help_request: HelpRequest, _: date) -> bool:
    town = help_request.municipality
    return town is None or town.code not in expert.conflict_municipalities


def _meets_so(expert: Expert, help_request: HelpRequest, _: date) -> bool:
    return help_request.form is None or help_request.form in expert.formats


def _speaks_it(expert: Expert, help_request: HelpRequest, _: date) -> bool:
    return help_request.language is None or help_request.language in expert.languages


CONSTRAINTS: Mapping[Constraint, Callable[[Expert, HelpRequest, date], bool]] = {
    "publication": _is_published,
    "reach": _reaches,
    "conflict": _is_impartial,
    "form": _meets_so,
    "language": _speaks_it,
}
"""Each with whether an expert keeps it; of several that are broken the first is told."""
