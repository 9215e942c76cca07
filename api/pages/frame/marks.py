"""Highlights as <mark>, with everything else escaped."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from kb.text.highlight import Span


def mark_highlights(text: str, highlights: Sequence[Span]) -> Markup:
    """The text as HTML, its highlighted spans in <mark>.

    >>> mark_highlights("a<b", [(0, 1)])
    Markup('<mark>a</mark>&lt;b')
    """
    parts, position = [], 0
    for first, last in highlights:
        parts += [escape(text[position:first]), Markup("<mark>"), escape(text[first:last]), Markup("</mark>")]
        position = last
    return Markup("").join([*parts, escape(text[position:])])
