"""What methods may be expected to change in a municipality, in the API: ranges with what they assume."""

from pydantic import BaseModel

from api.schemas.schema import Schema
from kb.national.expected.expect import WhyNoRange
from kb.national.expected.interval import Interval
from kb.national.expected.problem import ASSUMPTIONS, Assumption, ExpectedOfProblem, PricedEffect
from kb.national.expected.relative_change import Direction
from kb.national.expected.size import ProblemSize, SizeOrigin
from kb.vocabulary import Certainty, Effect, Wanted


class RangeOut(Schema):
    """low is at most high; of changes below 0 is fewer, above 0 more."""

    low: float
    high: float


class SizeOut(BaseModel):
    """How large a problem is. years: first and last, null for a plan; source_url: of statistics; plan_id: of a plan."""

    area: str
    measure: str
    values: RangeOut
    origin: SizeOrigin
    years: tuple[int, int] | None
    source_url: str | None
    plan_id: str | None


class EffectOut(BaseModel):
    """direction: harm for what goes the wrong way or is advised against, open where studies do not agree or found none.

    change: relative, -0.25 is a quarter fewer; changed: in the size's own unit, never one number alone, null for the
    reason in why_none; kronor: what the plan says that it costs; price: kronor for each avoided, where the gain is sure
    """

    slug: str
    title: str
    outcome: str | None
    wanted: Wanted | None
    effect: Effect | None
    certainty: Certainty | None
    direction: Direction
    change: RangeOut | None
    changed: RangeOut | None
    why_none: WhyNoRange | None
    cost: str | None
    kronor: int | None
    price: RangeOut | None


class ExpectedOut(BaseModel):
    size: SizeOut
    effects: list[EffectOut]


class NationalEffectOut(BaseModel):
    """is_off: there is nothing to tell of, for no statistics are loaded and no plan that is shared has a number."""

    municipality_code: str
    reach: RangeOut
    is_off: bool
    assumptions: list[Assumption]
    problems: list[ExpectedOut]


def national_effect_out(
    municipality_code: str, reach: Interval, problems: list[ExpectedOfProblem], *, is_off: bool
) -> NationalEffectOut:
    return NationalEffectOut(
        municipality_code=municipality_code,
        reach=RangeOut.model_validate(reach),
        is_off=is_off,
        assumptions=list(ASSUMPTIONS),
        problems=[
            ExpectedOut(size=_size_out(told.size), effects=[_effect_out(effect) for effect in told.effects])
            for told in problems
        ],
    )


def _size_out(size: ProblemSize) -> SizeOut:
    return SizeOut(
        area=size.area,
        measure=size.measure,
        values=RangeOut.model_validate(size.values),
        origin=size.origin,
        years=size.years,
        source_url=size.source_url or None,
        plan_id=size.plan_id or None,
    )


def _effect_out(priced: PricedEffect) -> EffectOut:
    expected, outcome = priced.expected, priced.expected.outcome
    document = expected.document
    return EffectOut(
        slug=document.slug,
        title=document.title,
        outcome=outcome.outcome if outcome else None,
        wanted=outcome.wanted if outcome else None,
        effect=outcome.effect if outcome else None,
        certainty=outcome.certainty if outcome else None,
        direction=expected.direction,
        change=_range_out(expected.change),
        changed=_range_out(expected.changed),
        why_none=expected.why_none,
        cost=document.cost.text if document.cost else None,
        kronor=priced.kronor,
        price=_range_out(priced.price),
    )


def _range_out(interval: Interval | None) -> RangeOut | None:
    return RangeOut.model_validate(interval) if interval else None
