"""What a finder finds, as text."""

from kb.privacy.span import Finder


def found(finder: Finder, text: str) -> list[str]:
    """The values that the finder finds, in order."""
    return [text[first:last] for first, last in finder(text)]
