"""A municipality's own Word template, to send."""

from io import BytesIO

import docx


def write_template(header: str = "") -> bytes:
    """A template with the styles that Word has itself, and the header."""
    template, written = docx.Document(), BytesIO()
    template.sections[0].header.paragraphs[0].text = header
    template.save(written)
    return written.getvalue()
