"""Advice looked through before it is written down: what is wrong with it, and its personal data masked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter

from api.store.cases.advice import Given
from api.store.cases.errors import AdviceRejected
from kb.privacy import count_masks, mask_personal_data, mask_role

MAX_HOURS = 200
MAX_GIVER_CHARS = 100
MAX_TEXT_CHARS = 4_000
TEXTS = ("offered", "received", "expected", "achieved", "next_step")
BEFORE = timedelta(days=366)
"""How long before the case was sent its advice may have been given, over the telephone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvicePlace:
    """What advice of a case can be. areas : slugs of what it may be about; experts : of those who may have given it"""

    today: date
    asked: date
    areas: Collection[str]
    experts: Collection[str]


@dataclass(frozen=True, slots=True)
class CheckedAdvice:
    """given : as it is kept; n_masked : how many personal data were taken out"""

    given: Given
    n_masked: int


@dataclass(frozen=True, slots=True)
class AdviceFault:
    """key : of its words in the strings, after `advice_fault_`; told : the same for programs, with the way out"""

    field: str
    key: str
    told: str


def check_advice(given: Given, place: AdvicePlace) -> CheckedAdvice:
    """The advice as it is kept.

    Raises
    ------
    AdviceRejected : with all that is wrong with it
    """
    faults = list(_list_faults(given, place))
    if faults:
        told = "; ".join(f"{fault.field}: {fault.told}" for fault in faults)
        raise AdviceRejected({fault.field: f"advice_fault_{fault.key}" for fault in faults}, told)
    return mask_advice(given)


def mask_advice(given: Given) -> CheckedAdvice:
    """The advice without personal data; of who gave it the role stays, not the name."""
    before = {name: attrgetter(name)(given).strip() for name in TEXTS}
    after = {name: mask_personal_data(text).text for name, text in before.items()}
    giver = mask_role(given.giver.strip())
    n_masked = _count(giver, *after.values()) - _count(given.giver, *before.values())
    kept = replace(
        given,
        giver=giver,
        offered=after["offered"],
        received=after["received"],
        expected=after["expected"],
        achieved=after["achieved"],
        next_step=after["next_step"],
    )
    return CheckedAdvice(kept, n_masked)


def _count(*texts: str) -> int:
    return sum(sum(count_masks(text).values()) for text in texts)


def _list_faults(given: Given, place: AdvicePlace) -> Iterator[AdviceFault]:
    yield from _list_day_faults(given.day, place)
    if not 0 < given.hours <= MAX_HOURS:
        yield AdviceFault("hours", "hours", f"{given.hours:g}; give hours above 0, at most {MAX_HOURS}")
    if not given.giver.strip():
        yield AdviceFault("giver", "missing", "empty; give the role of who gave the advice, as 'kommunstrateg'")
    if len(given.giver) > MAX_GIVER_CHARS:
        yield AdviceFault("giver", "long", f"{len(given.giver)} signs; at most {MAX_GIVER_CHARS}, shorten it")
    if given.area not in place.areas:
        yield AdviceFault("area", "area", "no problem area or support theme; take a slug of /v1/problem-areas")
    if given.expert_slug is not None and given.expert_slug not in place.experts:
        yield AdviceFault("expert_slug", "expert", "no expert that is asked in the case; leave it out, or ask it first")
    if not given.offered.strip():
        yield AdviceFault("offered", "missing", "empty; tell what was offered")
    for name in TEXTS:
        n_chars = len(attrgetter(name)(given))
        if n_chars > MAX_TEXT_CHARS:
            yield AdviceFault(name, "long", f"{n_chars} signs; at most {MAX_TEXT_CHARS}, shorten it")


def _list_day_faults(day: date, place: AdvicePlace) -> Iterator[AdviceFault]:
    if day > place.today:
        yield AdviceFault("day", "future", f"{day} is not yet; give the day on which the advice was given")
    elif day < place.asked - BEFORE:
        yield AdviceFault("day", "past", f"{day} is long before the case; give the day on which the advice was given")
