"""The example lägesbild, as text and as the Word file that a municipality would send."""

from pathlib import Path

from docx import Document

LAGESBILD = Path("docs/examples/lagesbild-alvdala.md").read_text(encoding="utf-8")


def write_word_file(path: Path) -> Path:
    """Its headings become Word's headings, every other line a paragraph; returns the path."""
    document = Document()
    for line in filter(None, LAGESBILD.splitlines()):
        marks, _, text = line.partition(" ")
        if set(marks) == {"#"}:
            document.add_heading(text, len(marks))
        else:
            document.add_paragraph(line)
    document.save(str(path))
    return path
