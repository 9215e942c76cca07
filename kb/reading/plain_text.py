"""Plain text and Markdown, tidied: headings alone, paragraphs whole."""

import re
from collections.abc import Iterator

from kb.errors import DescriptionTooLarge, FormatUnknown
from kb.reading.encodings import decode, is_binary
from kb.reading.formats import WAY_OUT
from kb.reading.lines import join_lines
from kb.reading.text_checks import MAX_CHARS, check_text
from kb.reading.tidy_text import tidy_text

_HEADING = re.compile(r"#{1,6}\s+\S")
_UNDERLINE = re.compile(r"(?:=+|-{3,})$")


def read_plain_text(raw: bytes) -> str:
    """The description as Markdown: headings as #, lines that were broken mended, tables and forms as rows.

    Raises
    ------
    DescriptionEmpty : no words
    EncodingUnknown, FormatUnknown : not in an encoding that is read, or no text at all
    DescriptionTooLarge : too many characters
    """
    check_size(raw)
    return check_text("\n\n".join(_blocks(tidy_text(decode(raw)))))


def check_size(raw: bytes) -> None:
    """Return if the bytes of a text can be few enough characters and are no program's.

    Raises
    ------
    DescriptionTooLarge : too many bytes
    FormatUnknown : binary
    """
    if len(raw) > 4 * MAX_CHARS:
        raise DescriptionTooLarge(
            f"the description has {len(raw)} bytes; at most {MAX_CHARS} characters are read, send a part"
        )
    if is_binary(raw):
        raise FormatUnknown(f"the description is a binary file; {WAY_OUT}")


def _blocks(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text):
        yield from _split_at_headings(block.strip("\n").split("\n"))


def _split_at_headings(lines: list[str]) -> Iterator[str]:
    """The block's headings, and joined what stands between them."""
    body: list[str] = []
    for line in map(str.strip, lines):
        if len(body) == 1 and _UNDERLINE.match(line) and re.search(r"\w", body[0]):
            yield f"{'#' if line[0] == '=' else '##'} {body.pop()}"
        elif _HEADING.match(line):
            yield from filter(None, [join_lines(body), line])
            body = []
        else:
            body.append(line)
    yield from filter(None, [join_lines(body)])
