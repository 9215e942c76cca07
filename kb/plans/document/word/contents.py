"""The table of contents as a field of Word, filled in so that it is right when the file is opened.

It tells no page numbers: those are known only when Word lays out the pages, and a number that is wrong until somebody
updates the field is worse than none. Chapters are numbered, and each line leads to its chapter.
"""

from collections.abc import Sequence

from kb.plans.document.blocks import Contents, Heading, Span
from kb.plans.document.word.elements import Element, make, make_field, make_paragraph
from kb.plans.document.word.spans import SpanWriter
from kb.plans.document.word.styles import Role, Styles


def make_contents(block: Contents, headings: Sequence[Heading], styles: Styles, spans: SpanWriter) -> list[Element]:
    """Its heading, and a line for each heading that it lists."""
    listed = [heading for heading in headings if heading.level <= block.max_level]
    lines = [_make_line(heading, styles, spans) for heading in listed]
    begin, code, separate, _, end = make_field(f'TOC \\o "1-{block.max_level}" \\h \\z \\u \\n', "")
    if lines:
        for run in (separate, code, begin):
            lines[0].insert(1, run)
        lines[-1].append(end)
    title = spans.make_runs((Span(text=block.heading),), is_strong=styles.is_strong("contents heading"))
    return [make_paragraph(styles.ids["contents heading"], title, [make("w:pageBreakBefore")]), *lines]


def _make_line(heading: Heading, styles: Styles, spans: SpanWriter) -> Element:
    role: Role = "contents 1" if heading.level == 1 else "contents 2"
    told = tuple(Span(text=span.text, language=span.language, link=f"#{heading.anchor}") for span in heading.spans)
    return make_paragraph(styles.ids[role], spans.make_runs(told))
