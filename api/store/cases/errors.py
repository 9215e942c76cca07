"""The faults of cases."""

from kb.errors import KbError


class UnknownCase(KbError):
    """There is no such case, or it is not for whoever asks: the two are not told apart."""


class CaseClosed(KbError):
    """A case is done, declined or merged, and what is asked for is for those that go on."""


class CaseRejected(KbError):
    """A case, or something in it, cannot be made of what was given."""


class AllocationsBusy(KbError):
    """As many allocations are being made as may be at the same time."""
