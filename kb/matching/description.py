"""A description read into paragraphs, each under its heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.errors import DescriptionRejected

MAX_BYTES = 1_000_000
MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """position from 0 in the description; heading is that of the nearest heading above, or empty."""

    position: int
    heading: str
    text: str


def decode_description(raw: bytes) -> str:
    """The text of a description sent as bytes.

    Raises
    ------
    DescriptionRejected : empty, over MAX_BYTES, binary, or not UTF-8
    """
    if len(raw) > MAX_BYTES:
        raise DescriptionRejected(
            f"the description has {len(raw)} bytes; at most {MAX_BYTES} are read, send a part of it"
        )
    if b"\0" in raw:
        raise DescriptionRejected("the description is a binary file; send text or Markdown")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DescriptionRejected(
            f"the description is not UTF-8 (byte {error.start}); save it as UTF-8 and send it again"
        ) from error
    if sum(letter.isalpha() for letter in text[:10_000]) < MIN_LETTERS:
        raise DescriptionRejected("the description has no words; describe at least one problem")
    return text


def read_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text or Markdown description, list items and table rows on lines of their own."""
    return [Paragraph(i, heading, body) for i, (heading, body) in enumerate(_blocks(text))]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    heading = ""
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = block.strip().split("\n")
        while lines and (match := re.match(r"#{1,6}\s+(.*?)\s*#*$", lines[0])):
            heading = match[1]
            lines = lines[1:]
        body = _mend(lines)
        if any(letter.isalpha() for letter in body):
            yield heading, body


def _mend(lines: list[str]) -> str:
    """The lines as one paragraph: words hyphenated at a line's end joined, markup of lists and tables dropped."""
    text = "\n".join(lines).strip()
    text = re.sub(r"(?<=[a-zåäö])-\n(?=[a-zåäö])", "", text)
    text = re.sub(r"\n(?!\s*(?:[-*•|]|\d+[.)]))", " ", text)
    text = re.sub(r"(?m)^\s*(?:[-*•]|\d+[.)])\s+", "", text)
    return re.sub(r"(?m)^\|?[\s:|-]+\|?$\n?|[*_`]{1,2}", "", text).replace("|", " ").strip()
