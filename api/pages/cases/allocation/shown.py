"""A proposal as the page shows it: the cases in their order, what is best and worst, and who is left out and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.cases.allocation.read_desk import ReadDesk
from api.store.allocation.desk import DeskCase
from kb.documents import Expert
from kb.snapshot.snapshot import Snapshot
from kb.staffing.allocate_cases import CaseSupport
from kb.staffing.assignment import Uncovered
from kb.staffing.by_hand import ByHand
from kb.staffing.outcome import Outcome
from kb.staffing.propose_allocation import AllocationProposal

N_EXTREMES = 3
"""Cases that are shown as the best and the worst served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """asked : whom it has today; proposed : whom it is to have; why_nobody : of the problems that nobody has

    choices : who could be given it; chosen : what was decided by hand, a slug, "-" for nobody, or empty
    """

    item: DeskCase
    support: CaseSupport
    asked: tuple[Expert, ...]
    proposed: tuple[Expert, ...]
    why_nobody: tuple[Uncovered, ...]
    choices: tuple[Expert, ...]
    chosen: str
    cost: float

    @property
    def is_left_out(self) -> bool:
        return not self.proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProposal:
    """outcomes : key of its name in the strings, and what it is worth; experts : everyone that a case could be given"""

    proposal: AllocationProposal
    cases: tuple[ShownCase, ...]
    outcomes: tuple[tuple[str, Outcome], ...]
    best: tuple[ShownCase, ...]
    worst: tuple[ShownCase, ...]
    left_out: tuple[ShownCase, ...]
    experts: tuple[Expert, ...]


def show_proposal(desk: ReadDesk, proposal: AllocationProposal, by_hand: ByHand, snapshot: Snapshot) -> ShownProposal:
    """What the page shows of a proposal."""
    cases = tuple(
        _show_case(item, proposal, place, by_hand, snapshot.experts) for place, (item, _) in enumerate(desk.cases)
    )
    served = sorted((case for case in cases if case.proposed), key=lambda case: -case.support.quality)
    found = proposal.found.allocation
    without = [] if proposal.without is None else [("allocation_without", proposal.without.best)]
    return ShownProposal(
        proposal=proposal,
        cases=cases,
        outcomes=(
            ("allocation_proposal", found.best),
            *without,
            ("allocation_today", proposal.as_asked),
            ("allocation_greedy", found.greedy),
        ),
        best=tuple(served[:N_EXTREMES]),
        worst=tuple(reversed(served[N_EXTREMES:][-N_EXTREMES:])),
        left_out=tuple(case for case in cases if case.is_left_out),
        experts=_list_experts(proposal, by_hand, snapshot.experts),
    )


def _show_case(
    item: DeskCase, proposal: AllocationProposal, place: int, by_hand: ByHand, experts: Mapping[str, Expert]
) -> ShownCase:
    support, case_id = proposal.found.cases[place], item.row.id
    given = [problem.expert.hit.document for problem in support.problems if problem.expert]
    choices = proposal.choices.get(case_id, ())
    chosen = "-" if case_id in by_hand.nobody else by_hand.given.get(case_id, "")
    return ShownCase(
        item=item,
        support=support,
        asked=tuple(experts[slug] for slug in item.asked if slug in experts),
        proposed=tuple({expert.slug: expert for expert in given}.values()),
        why_nobody=tuple(dict.fromkeys(problem.uncovered for problem in support.problems if problem.uncovered)),
        choices=_with_chosen(choices, experts.get(chosen)),
        chosen=chosen,
        cost=proposal.cost_of(place),
    )


def _with_chosen(choices: Sequence[Expert], chosen: Expert | None) -> tuple[Expert, ...]:
    """The choices, with who was chosen although it could not be given the case."""
    known = {expert.slug for expert in choices}
    return (*choices, chosen) if chosen and chosen.slug not in known else tuple(choices)


def _list_experts(proposal: AllocationProposal, by_hand: ByHand, experts: Mapping[str, Expert]) -> tuple[Expert, ...]:
    found = {expert.slug: expert for choices in proposal.choices.values() for expert in choices}
    found |= {slug: experts[slug] for slug in by_hand.out}
    return tuple(sorted(found.values(), key=lambda expert: (expert.organisation, expert.name, expert.slug)))
