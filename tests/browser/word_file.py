"""A lägesbild as the Word file that a municipality would send."""

from pathlib import Path

from docx import Document


def write_word_file(markdown: str, path: Path) -> Path:
    """Headings become Word's headings, every other line a paragraph; returns the path."""
    document = Document()
    for line in filter(None, markdown.splitlines()):
        marks, _, text = line.partition(" ")
        if set(marks) == {"#"}:
            document.add_heading(text, len(marks))
        else:
            document.add_paragraph(line)
    document.save(str(path))
    return path
