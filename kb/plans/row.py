"""A labelled row of a plan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """key : names the row in code; question : what stands there when nothing is told

    is_to_fill_in : the text only says that the municipality writes it
    """

    key: str
    label: str
    texts: tuple[str, ...]
    separator: str = "; "
    question: str = ""
    is_to_fill_in: bool = False

    @property
    def text(self) -> str:
        """What is told, else the question that it leaves open."""
        return self.separator.join(self.texts) or self.question
