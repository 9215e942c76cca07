"""The faults of what organisations say of their experts."""

from typing import Literal, get_args

from kb.errors import KbError


class InvitationDead(KbError):
    """A link by which an organisation takes its profile in hand has been used, is too old, or was never given out."""


class InvitationRejected(KbError):
    """An organisation cannot be invited at an address that has an account for something else."""


class ReviewRejected(KbError):
    """What is said of a profile cannot be kept: it names no field that there is, or says nothing, or too much."""


class UnknownReview(KbError):
    """No such thing is said of a profile."""


class UnknownConsent(KbError):
    """There is no such consent, or it is another organisation's: the two are not told apart."""


class CalendarRejected(KbError):
    """What is said of an expert's time cannot be kept."""


class NoCalendar(KbError):
    """Nothing has been said of the expert's time yet."""


FeedFault = Literal[
    "address", "private", "redirects", "slow", "unreachable", "status", "kind", "large", "damaged", "many"
]
FEED_FAULTS: tuple[FeedFault, ...] = get_args(FeedFault)


class FeedRejected(KbError):
    """A calendar cannot be followed: its address may not be asked, or what it answers is no calendar.

    key : which fault, as it is kept and spelled after `expert_side_feed_fault_`
    """

    def __init__(self, key: FeedFault, message: str) -> None:
        super().__init__(message)
        self.key = key
