"""The faults of what users say of answers."""

from kb.errors import KbError


class TooMuchFeedback(KbError):
    """Answers have been judged too often from one network address."""


class FeedbackReviewed(KbError):
    """An editor has taken or dropped it already."""


class UnknownFeedback(KbError):
    """No such thing has been said of an answer, or too long ago for who said it to add to it."""


class FeedbackRejected(KbError):
    """What is said of an answer cannot be kept: it names no document that there is, or says nothing, or too much."""
