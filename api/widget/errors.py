"""The faults of a widget and of the page that it stands on."""

from kb.errors import KbError


class WidgetKeyRejected(KbError):
    """A widget searches without a key that the service has given out."""


class PolicyRejected(KbError):
    """A text that should hold a page's security policy holds none."""
