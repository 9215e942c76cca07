"""The faults of what municipalities tell each other."""

from kb.errors import KbError


class UnknownPractice(KbError):
    """There is no such account of practice, or it is not published."""


class PracticeRejected(KbError):
    """An account of practice lacks what it must tell, is too long, or is of a measure that is not followed up."""


class PracticeNotOpen(KbError):
    """The account is in a state in which this cannot be done."""


class PracticeChanged(KbError):
    """The account was written since it was read."""


class AgreementRejected(KbError):
    """An agreement names no problem area of the plan, or no mailbox or telephone of a function."""
