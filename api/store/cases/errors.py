"""The faults of cases."""

from collections.abc import Mapping

from kb.errors import KbError


class UnknownCase(KbError):
    """There is no such case, or it is not for whoever asks: the two are not told apart."""


class CaseClosed(KbError):
    """A case is done, declined or merged, and what is asked for is for those that go on."""


class CaseRejected(KbError):
    """A case, or something in it, cannot be made of what was given."""


class PersonalDataFound(KbError):
    """A text has personal data, and whoever sends it has not said that it may be masked."""


class CaseMailRefused(KbError):
    """A mail to a case cannot be filed."""


class AskDead(KbError):
    """A link to a question to an expert was never given out, was taken back or is too old: they are not told apart."""


class AskAnswered(KbError):
    """A question to an expert has been answered already, and is answered once."""


class AskRejected(KbError):
    """An expert cannot be asked so, or a question answered so."""


class UnknownAsk(KbError):
    """A case has no question of that id."""


class UnknownAdvice(KbError):
    """The case has no such advice."""


class AdviceRejected(KbError):
    """Advice cannot be written down as it was given. faults : field -> what is wrong with it, a key of the strings"""

    def __init__(self, faults: Mapping[str, str], told: str) -> None:
        super().__init__(told)
        self.faults = faults


class AdviceChanged(KbError):
    """Advice was written by somebody else since it was read."""


class FollowUpDead(KbError):
    """The link of a follow-up does not work, or there is no such follow-up."""


class FollowUpAnswered(KbError):
    """A follow-up has an answer already, which stands."""


class AllocationsBusy(KbError):
    """As many allocations are being made as may be at the same time."""
