"""The JSON shapes of allocations over the cases of a desk."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.cases.allocation.confirm import Confirmed
from api.cases.allocation.read_desk import Reach, ReadDesk, WhyUnread
from api.schemas.allocation import AllocationOut, CaseOut, OutcomeOut, allocation_out, outcome_out
from api.schemas.quotas import QuotasIn
from kb.staffing.by_hand import ByHand
from kb.staffing.propose_allocation import AllocationProposal

MOST_PAIRS = 5_000
CASE_ID = "0f3c9a7be0214d55a1c2d3e4f5061728"
_CaseId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
_Slug = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,100}$")]


class GivenIn(BaseModel):
    """An expert that a case is to have."""

    model_config = ConfigDict(extra="forbid")

    case: _CaseId
    expert: _Slug


class DeskAllocationIn(BaseModel):
    """How the open cases are to be allocated; all of it may be left out."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"quotas": {"cases_per_expert": 2}, "out": ["tranemo-est"]}]},
    )

    reach: Annotated[Reach, Field(description="`all`: ärenden vid alla arbetsbord, för den som har hela landet")] = (
        "desk"
    )
    quotas: QuotasIn = QuotasIn()
    given: Annotated[list[GivenIn], Field(max_length=MOST_PAIRS, description="Den här experten till ärendet")] = []
    nobody: Annotated[list[_CaseId], Field(max_length=MOST_PAIRS, description="Ärenden som inte ska få någon")] = []
    out: Annotated[list[_Slug], Field(max_length=500, description="Experter som inte ska frågas alls")] = []
    worst_first: bool = False


class DeskCaseOut(BaseModel):
    """What a case gets. id, code and seen are the case's; asked: slugs of those that are asked today

    cost: what the changes by hand cost the case, in quality; below 0 where it is served better
    """

    id: str
    code: str
    seen: str
    asked: list[str]
    cost: float
    support: CaseOut


class UnreadOut(BaseModel):
    """A case that could not be allocated."""

    id: str
    code: str
    why: WhyUnread


class NotKeptOut(BaseModel):
    """An expert that a case was to have and has not, and why: as `uncovered`, or a constraint that it breaks."""

    case: str
    expert: str
    why: str


class DeskAllocationOut(BaseModel):
    """The proposal, beside what is asked for today and what it would be without the changes by hand.

    cost: of the sum of match times priority; allocation.cases are told again in cases, with what is theirs
    """

    cases: list[DeskCaseOut]
    unread: list[UnreadOut]
    as_asked: OutcomeOut
    without: OutcomeOut | None
    cost: float
    not_kept: list[NotKeptOut]
    allocation: AllocationOut


class ConfirmedCaseIn(BaseModel):
    """seen: as the proposal gave it; a case that has changed since is left as it is."""

    model_config = ConfigDict(extra="forbid")

    case: _CaseId
    seen: Annotated[str, Field(max_length=40)]
    experts: Annotated[list[_Slug], Field(min_length=1, max_length=20)]


class ConfirmationIn(BaseModel):
    """The experts to propose, by case."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "cases": [
                        {
                            "case": CASE_ID,
                            "seen": "2026-11-22T12:00:00+00:00",
                            "experts": ["tranemo-est"],
                        }
                    ]
                }
            ]
        },
    )

    cases: Annotated[list[ConfirmedCaseIn], Field(min_length=1, max_length=MOST_PAIRS)]


class ConfirmationOut(BaseModel):
    """Ids: of the cases whose experts are proposed now, and of those that had changed and are left as they were."""

    confirmed: list[str]
    changed: list[str]
    day: date


def by_hand_of(body: DeskAllocationIn) -> ByHand:
    """What is decided by hand, as a value of the core; of a case that is given two experts the last one counts."""
    return ByHand(
        given={given.case: given.expert for given in body.given},
        nobody=frozenset(body.nobody),
        out=frozenset(body.out),
    )


def desk_allocation_out(desk: ReadDesk, proposal: AllocationProposal) -> DeskAllocationOut:
    """A proposal in the shape of the API."""
    found = allocation_out(proposal.found)
    cases = [
        DeskCaseOut(
            id=item.row.id,
            code=item.row.code,
            seen=item.seen,
            asked=list(item.asked),
            cost=proposal.cost_of(place),
            support=found.cases[place],
        )
        for place, (item, _) in enumerate(desk.cases)
    ]
    return DeskAllocationOut(
        cases=cases,
        unread=[UnreadOut(id=item.row.id, code=item.row.code, why=why) for item, why in desk.unread],
        as_asked=outcome_out(proposal.as_asked),
        without=None if proposal.without is None else outcome_out(proposal.without.best),
        cost=proposal.cost,
        not_kept=[NotKeptOut(case=told.case_id, expert=told.expert.slug, why=told.why) for told in proposal.not_kept],
        allocation=found.model_copy(update={"cases": []}),
    )


def confirmation_out(confirmed: Confirmed, today: date) -> ConfirmationOut:
    return ConfirmationOut(confirmed=list(confirmed.cases), changed=list(confirmed.changed), day=today)
