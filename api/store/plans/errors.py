"""The faults of saved plans."""

from kb.errors import KbError


class UnknownPlan(KbError):
    """There is no such plan, or it is not for whoever asks: the two are not told apart."""


class UnknownVersion(KbError):
    """A plan has no version of that number."""


class UnknownPart(KbError):
    """A plan has no comment or link of that id."""


class PlanChanged(KbError):
    """A plan was written since whoever asks has read it, and what is asked for is for what was read alone."""


class PlanConflict(KbError):
    """Fields were sent that somebody else has written since they were read, each something else."""


class PlanAdopted(KbError):
    """A field of an adopted plan was written that only stands open in a draft."""


class LinkDead(KbError):
    """A link to a plan was never given out, has been revoked or is too old: the three are not told apart."""


class CommentRejected(KbError):
    """A comment is empty or too long, or stands at no place of the plan."""


class ShareRejected(KbError):
    """A link to a plan cannot be made as it was asked for."""


class AdoptionRejected(KbError):
    """A decision lacks its body or day, or is of a day to come."""
