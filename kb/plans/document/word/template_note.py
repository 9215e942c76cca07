"""Which styles a municipality's template lacks, told in a comment at the title: no reader of the print meets it."""

from collections.abc import Sequence

from docx.document import Document as WordDocument

from kb.plans.document.missing_style import MissingStyle
from kb.plans.document.words import Words


def note_missing(word: WordDocument, missing: Sequence[MissingStyle], words: Words) -> None:
    lines = "; ".join(tell_missing(style, words) for style in missing)
    runs = word.paragraphs[0].runs
    word.add_comment(runs, text=f"{words['template_told']} {lines}.", author="Till handling", initials="TH")


def tell_missing(style: MissingStyle, words: Words) -> str:
    """As "Quote: Normal"."""
    return words["template_line"].format(wanted=style.wanted, used=style.used or words["template_direct"])
