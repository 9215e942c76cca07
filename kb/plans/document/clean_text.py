"""Text that any file format can hold."""

import re

_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 does not allow or advises against; tab, new line and carriage return are text."""


def clean_text(text: str) -> str:
    """The text without signs that are none, its lines ended one way.

    >>> clean_text("En\\x07 rad\\r\\nen till")
    'En rad\\nen till'
    """
    return _NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
