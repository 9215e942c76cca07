"""The faults of what is remembered."""

from kb.errors import KbError


class StoreUnusable(KbError):
    """The database cannot be reached, or its schema is not one that this version knows."""


class StoreKeyUnusable(KbError):
    """A key is none, or does not open what the database holds."""
