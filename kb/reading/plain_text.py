"""Plain text and Markdown, tidied: headings alone, paragraphs whole."""

import re
from collections.abc import Iterator

from kb.errors import DescriptionRejected, DescriptionTooLarge
from kb.reading.characters import clean_characters
from kb.reading.lines import join_lines
from kb.reading.text_checks import MAX_CHARS, check_text

_HEADING = re.compile(r"#{1,6}\s+\S")
_UNDERLINE = re.compile(r"(?:=+|-{3,})$")


def read_plain_text(raw: bytes) -> str:
    """The description as Markdown: headings as #, paragraphs mended, blank lines between.

    Raises
    ------
    DescriptionRejected : binary, not UTF-8, or without words
    DescriptionTooLarge : too many characters
    """
    if len(raw) > 4 * MAX_CHARS:
        raise DescriptionTooLarge(
            f"the description has {len(raw)} bytes; at most {MAX_CHARS} characters are read, send a part"
        )
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DescriptionRejected("the description is a binary file; send text or Markdown")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DescriptionRejected(
            f"the description is not UTF-8 (byte {error.start}); save it as UTF-8 and send it again"
        ) from error
    return check_text("\n\n".join(_blocks(clean_characters(text))))


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
