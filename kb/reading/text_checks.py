"""What any description must be when it has been read: words, and not too many."""

from itertools import islice

from kb.errors import DescriptionEmpty, DescriptionTooLarge

MAX_CHARS = 1_000_000
MIN_LETTERS = 3


def check_text(text: str) -> str:
    """The text as it is.

    Raises
    ------
    DescriptionEmpty : fewer than MIN_LETTERS letters
    DescriptionTooLarge : more than MAX_CHARS characters
    """
    if len(list(islice(filter(str.isalpha, text), MIN_LETTERS))) < MIN_LETTERS:
        raise DescriptionEmpty("the description has no words; describe at least one problem")
    if len(text) > MAX_CHARS:
        raise DescriptionTooLarge(
            f"the description has {len(text)} characters; at most {MAX_CHARS} are read, send a part of it"
        )
    return text
