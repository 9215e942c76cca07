"""The labels in a work plan's list items stand out: what a step takes, where an indicator is from, whom to call."""

import re

from markupsafe import Markup

HEADINGS = frozenset({"Så gör ni", "Följ upp", "Exempel"})
"""The sections whose items have labels."""
LABELS = ("Tar", "Beslut", "Källa", "Första mätning", "Mål", "Ansvarig", "Läs mer", "Kontakta")
_LABEL = re.compile(rf"(?<=[\s>])(?:/ )?({'|'.join(LABELS)}): ")


def mark_labels(html: Markup, heading: str) -> Markup:
    """The section's HTML with each label on a line of its own; any other section as it is.

    >>> str(mark_labels(Markup("<li>Ring. Tar: en dag.</li>"), "Så gör ni"))
    '<div class="work-list"><li>Ring. <br><span class="list-label">Tar:</span> en dag.</li></div>'
    """
    if heading not in HEADINGS:
        return html
    marked = _LABEL.sub(r'<br><span class="list-label">\1:</span> ', str(html))
    return Markup(f'<div class="work-list">{marked}</div>')  # noqa: S704  the HTML was safe, and labels are our own
