"""What organisations have said of their experts since the snapshot was built, laid over it.

A profile that is withdrawn is in nothing that is asked of the searcher; a calendar that is told stands in place of the
content's own, so that search, match, team and allocation use it alike.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, replace

from kb.documents import Booked, Expert, ToldAvailability
from kb.index.passage_index import drop_documents
from kb.search.open_searcher import replace_experts
from kb.search.searcher import Searcher


@dataclass(frozen=True, slots=True)
class ToldOfExperts:
    """withdrawn : slugs of profiles that are not to be shown

    availability : slug -> what is told of its time, None where what was told is too old to go by
    booked : slug -> what others have of its time
    """

    withdrawn: Set[str] = frozenset()
    booked: Mapping[str, tuple[Booked, ...]] = field(default_factory=dict)
    availability: Mapping[str, ToldAvailability | None] = field(default_factory=dict)


NOTHING_TOLD = ToldOfExperts()


def with_told(searcher: Searcher, told: ToldOfExperts) -> Searcher:
    """The searcher with all of it laid over."""
    narrowed = without_experts(searcher, told.withdrawn)
    timed = with_availability(narrowed, told.availability) if told.availability else narrowed
    return with_booked(timed, told.booked) if told.booked else timed


def without_experts(searcher: Searcher, slugs: Set[str]) -> Searcher:
    """The searcher as if the profiles had never been in the snapshot."""
    experts = {slug: expert for slug, expert in searcher.snapshot.experts.items() if slug not in slugs}
    if len(experts) == len(searcher.snapshot.experts):
        return searcher
    return replace_experts(searcher, experts, drop_documents(searcher.snapshot.indexes.experts, slugs))


def with_availability(searcher: Searcher, told: Mapping[str, ToldAvailability | None]) -> Searcher:
    """The searcher with what is told in place of what its experts' own profiles say of their time."""

    def tell(expert: Expert) -> Expert:
        return replace(expert, availability=told[expert.slug]) if expert.slug in told else expert

    return _change_experts(searcher, tell)


def with_booked(searcher: Searcher, booked: Mapping[str, tuple[Booked, ...]]) -> Searcher:
    """The searcher with what is booked of its experts taken off their time."""
    return _change_experts(searcher, lambda expert: replace(expert, booked=booked.get(expert.slug, ())))


def _change_experts(searcher: Searcher, change: Callable[[Expert], Expert]) -> Searcher:
    experts = {slug: change(expert) for slug, expert in searcher.snapshot.experts.items()}
    return replace(
        searcher,
        snapshot=replace(searcher.snapshot, experts=experts),
        experts=replace(searcher.experts, documents=tuple(experts[slug] for slug in searcher.experts.slugs)),
    )
