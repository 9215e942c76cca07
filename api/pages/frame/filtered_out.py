"""What to do where filters leave nothing: the same page with fewer of them, and what each would show."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from kb.search.filtered_out import FilteredOut

Count = Callable[[int], str]
"""A number with its noun: "1 träff", "24 träffar"."""


@dataclass(frozen=True, slots=True)
class Way:
    """label: what it leaves out, and how many there are then."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class ToldFilteredOut:
    """lead: that it is the filters, and of how many; causes: how many each rules out, where there are several

    ways: without the one that leaves most first, last without all
    """

    lead: str
    causes: tuple[str, ...]
    ways: tuple[Way, ...]


def tell_filtered_out(
    found: FilteredOut | None,
    filters: Mapping[str, str],
    link: Callable[[Collection[str]], str],
    count: Count,
    lead: str,
    t: Mapping[str, str],
) -> ToldFilteredOut | None:
    """What the page says, None where the filters took nothing away.

    filters : name -> label of those in force; link : the page's address when only these names are kept; lead : key
    """
    if found is None:
        return None
    ways = [
        Way(
            t["filtered_out_without"].format(filter=filters[name], counted=count(n)),
            link([other for other in filters if other != name]),
        )
        for name, n in found.without.items()
    ]
    whole = Way(t["filtered_out_all"].format(counted=count(found.n_found)), link(()))
    ways += [whole] if len(filters) > 1 else []
    causes = [
        t["filtered_out_excludes"].format(filter=filters[name], counted=count(n)) for name, n in found.excludes.items()
    ]
    return ToldFilteredOut(
        t[lead].format(counted=count(found.n_found)), tuple(causes) if len(filters) > 1 else (), tuple(ways)
    )
