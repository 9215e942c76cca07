"""The words of the screens, in Swedish, as lines of the command begin with them."""

from api.languages import load_strings

WORDS = load_strings("sv")


def label(key: str) -> str:
    """What a line begins with, a colon after it.

    >>> label("you_write"), label("you_lack")
    ('ni skriver:', 'ni saknar:')
    """
    return f"{within(key).removesuffix(':')}:"


def within(key: str) -> str:
    """The words as they stand within a line: "Ledig" is "ledig"."""
    words = WORDS[key]
    return words[:1].lower() + words[1:]
