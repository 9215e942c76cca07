"""What is to be read again by a day, the longest waiting first: the editors' list of work."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indexer.content.front_matter import Expert, Guidance, ProblemArea
from indexer.content.read_content import Content


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """reader : the role that read it last; law_checked : None where no law was, or it is no guidance."""

    review_by: date
    path: Path
    reader: str
    law_checked: date | None

    def __str__(self) -> str:
        law = f"; lag kontrollerad {self.law_checked}" if self.law_checked else ""
        return f"{self.review_by} {self.path}; {self.reader}{law}"


def list_due(content: Content, day: date) -> list[Due]:
    """The documents whose review_by is the day or before it, by date and path; faulty ones are left out."""
    return sorted(due for due in _all(content) if due.review_by <= day)


def _all(content: Content) -> Iterator[Due]:
    for entry in content.entries:
        model = entry.model
        if isinstance(model, Guidance):
            yield Due(model.review_by, entry.file.path, model.reviewed_by, model.law_checked)
        elif isinstance(model, ProblemArea | Expert):
            yield Due(model.review_by, entry.file.path, "redaktör", None)
