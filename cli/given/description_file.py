"""The description that a command is given."""

import sys
from pathlib import Path

from cli.shown.progress import show_progress
from kb.errors import DescriptionRejected
from kb.reading.read import MAX_BYTES, read_description


def read_description_file(file: str) -> str:
    """The text of FILE, or of standard input for -; raises DescriptionRejected."""
    show_progress("reading", 0, 1)
    text = read_description(_read(file), file)
    show_progress("reading", 1, 1)
    return text


def _read(file: str) -> bytes:
    """The file's bytes, and no more of them than tell that it is too large."""
    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    path = Path(file)
    if not path.is_file():
        raise DescriptionRejected(
            f"{file}: no such file; give .docx, .odt, .xlsx, .csv, PDF, Markdown or text, or - for standard input"
        )
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
