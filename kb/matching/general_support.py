"""Where to turn when no expert is listed for something: who supports any municipality in any of its work."""

from collections.abc import Iterable, Mapping
from datetime import date

from kb.documents import Expert, ProblemArea
from kb.registers import Municipality


def list_general_support(
    experts: Iterable[Expert], areas: Mapping[str, ProblemArea], municipality: Municipality | None, today: date
) -> tuple[Expert, ...]:
    """The county administrative board of the municipality's county, then national authorities, each published today.

    They are told by the content: their main field is no kind of crime but how to work against it. Without a
    municipality no county is known.
    """
    general = [expert for expert in experts if _may_be_told(expert, today) and _is_general(expert, areas)]
    county = municipality.county_code if municipality else None
    regional = [e for e in general if e.organisation_type == "länsstyrelse" and county in e.counties]
    national = [e for e in general if e.organisation_type == "statlig myndighet" and not e.counties]
    return (*_sort(regional), *_sort(national))


def _may_be_told(expert: Expert, today: date) -> bool:
    """Published, and somewhere to turn: what is made up is not."""
    return expert.is_published(today) and not expert.demo


def _is_general(expert: Expert, areas: Mapping[str, ProblemArea]) -> bool:
    main = next(iter(expert.problem_areas), "")
    return main in areas and areas[main].kind == "stödtema"


def _sort(experts: Iterable[Expert]) -> list[Expert]:
    return sorted(experts, key=lambda expert: (expert.organisation, expert.name))
