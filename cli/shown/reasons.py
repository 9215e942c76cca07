"""The reason for a suggestion as lines of text: the description's words beside the document's."""

from collections.abc import Sequence

from cli.shown.text import score_line, wrap
from cli.shown.words import label
from kb.matching.reasons import Reason

MAX_QUOTE = 200
N_WORDS = 2


def reason_lines(reason: Reason, words: Sequence[str], indent: str, explain: bool = False) -> list[str]:
    """What the municipality writes, what the document says, the words they share, and what says most for it.

    words : the parts in words, what says most first; explain : the parts in numbers too
    """
    heading = f"{reason.document_passage.heading}: " if reason.document_passage.heading else ""
    lines = [
        quote(reason.description_passage, f"{indent}{label('you_write')} "),
        quote(heading + reason.document_passage.text, f"{indent}{label('document_says')} "),
    ]
    if reason.shared_terms:
        lines.append(wrap(f"{label('shared_terms')} {', '.join(reason.shared_terms)}", indent))
    if words:
        lines.append(wrap(f"{label('speaks_for')} {'; '.join(words[:N_WORDS])}", indent))
    return [*lines, indent + score_line(reason.parts)] if explain else lines


def quote(text: str, indent: str) -> str:
    """The text in quotation marks, cut at MAX_QUOTE characters."""
    flat = " ".join(text.split())
    short = flat if len(flat) <= MAX_QUOTE else flat[: flat.rfind(" ", 0, MAX_QUOTE)] + " ..."
    return wrap(f"”{short}”", indent).replace("\n" + indent, "\n" + " " * len(indent))
