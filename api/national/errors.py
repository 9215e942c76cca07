"""What can be wrong with what is asked of the national view."""

from kb.errors import KbError


class UnknownPeriod(KbError):
    """No figures are out of the period."""
