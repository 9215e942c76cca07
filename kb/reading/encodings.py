"""The bytes of a text file as text: in the encodings that Swedish computers save and saved."""

import codecs
import re

from kb.errors import EncodingUnknown

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_OLD = ("cp1252", "cp850", "mac-roman")
"""Windows, its command line and DOS, and old Macs, the likelier first; all have one byte a letter."""
_SWEDISH = "åäöÅÄÖé"
_SIGNS = "ÉèüÜ“”„‘’–—…•§°´½€«»\xa0®©²³·±×µ¤æøÆØ"
"""What Swedish texts have besides."""
_MIN_ZEROS = 0.4
"""Share of zeros, all at every other byte, from which a text without a mark is UTF-16: a letter is half of them."""

_START = 4096
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")


def decode(raw: bytes) -> str:
    """The text, without the mark that may begin it.

    Raises
    ------
    EncodingUnknown : it would be no Swedish or English in any of the encodings
    """
    encoding = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), _guess_utf_16(raw) or "utf-8")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise _unknown(raw, error.start) from error
        return _decode_old(raw, error.start)


def is_binary(raw: bytes) -> bool:
    """Whether the file begins with what no text has: control characters, unless they are halves of UTF-16."""
    is_utf_16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _guess_utf_16(raw) is not None
    return not is_utf_16 and _CONTROL.search(raw[:_START]) is not None


def _guess_utf_16(raw: bytes) -> str | None:
    start = raw[:_START]
    odd, even = start[1::2].count(0), start[::2].count(0)
    if max(odd, even) < _MIN_ZEROS * len(start) or min(odd, even):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_old(raw: bytes, first: int) -> str:
    """first : of the bytes that are not UTF-8."""
    texts = [raw.decode(encoding, "replace") for encoding in _OLD]
    scores = [_score(text) for text in texts]
    if max(scores) < 0:
        raise _unknown(raw, first)
    return texts[scores.index(max(scores))]


def _score(text: str) -> int:
    """How much of what is not ASCII is Swedish within words, less what is neither Swedish nor a usual sign."""
    score = 0
    for before, letter, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if letter.isascii():
            continue
        is_within = before.isalpha() or after.isalpha()
        if letter in _SWEDISH:
            score += 1 if is_within or (before.isspace() and after.isspace()) else 0
        elif letter not in _SIGNS or (before.isalpha() and after.isalpha()):
            score -= 1
    return score


def _unknown(raw: bytes, position: int) -> EncodingUnknown:
    return EncodingUnknown(
        f"the description's encoding is not known (byte {position} is 0x{raw[position]:02x}); "
        "save it as UTF-8 and send it again"
    )
