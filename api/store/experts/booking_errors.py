"""The faults of bookings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kb.booking.capacity import Refusal
from kb.errors import KbError


@dataclass(frozen=True, slots=True)
class FirstThere:
    """A case that has hours of the expert already. code : what people call it by; at : when they were booked"""

    code: str
    at: datetime


class NotFree(KbError):
    """An expert has not the time: refusal says what is left, first who was there before."""

    def __init__(self, expert_slug: str, refusal: Refusal, first: Sequence[FirstThere]) -> None:
        self.refusal = refusal
        self.first = tuple(first)
        super().__init__(f"{_tell_left(expert_slug, refusal)}{_tell_first(first)}; choose other days or somebody else")


class UnknownBooking(KbError):
    """A case has no booking of that id."""


class BookingOver(KbError):
    """A booking was cancelled, or its hold has run out, and cannot be changed so."""


class BookingRejected(KbError):
    """A booking cannot be made of what was given."""


def _tell_left(expert_slug: str, refusal: Refusal) -> str:
    days = f"{refusal.days.first} to {refusal.days.last}"
    match refusal.why:
        case "away":
            return f"{expert_slug} is away on all days from {days}"
        case "cases":
            return f"{expert_slug} has as many cases on {refusal.days.first} as it takes"
        case "hours":
            return f"{expert_slug} has {refusal.left:g} hours left from {days}, and {refusal.asked:g} are asked for"


def _tell_first(first: Sequence[FirstThere]) -> str:
    told = ", ".join(f"case {one.code} (booked {one.at:%Y-%m-%d %H:%M} UTC)" for one in first)
    return f"; first there: {told}" if told else ""
