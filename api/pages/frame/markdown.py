"""A section's Markdown as HTML; citations link to the list of sources, links between documents to their pages."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markupsafe import Markup

from kb.documents import Source

_CITATION = re.compile(r"\s*\[@([a-z0-9-]+(?:[;,]\s*@[a-z0-9-]+)*)\]")
_DOCUMENT = re.compile(r"\]\((?:\.\./)?(guidance/|problem-areas/|experts/)?([a-z0-9-]+)\.md(#[a-z0-9-]+)?\)")
_FOLDERS = {"guidance/": "vagledning", "problem-areas/": "problemomrade", "experts/": "expert"}
_parser = MarkdownIt("commonmark", {"html": False}).enable("table")


def render_markdown(markdown: str, sources: Sequence[Source], folder: str = "guidance/") -> Markup:
    """The section as HTML; raw HTML in it is escaped. folder: the collection that the document is in."""
    numbers = {source.id: number for number, source in enumerate(sources, 1)}

    def cite(match: re.Match[str]) -> str:
        ids = [name.strip().lstrip("@") for name in re.split("[;,]", match[1])]
        return " " + " ".join(f"[[{numbers[name]}]](#kalla-{name})" for name in ids if name in numbers)

    def lead(match: re.Match[str]) -> str:
        return f"](/{_FOLDERS[match[1] or folder]}/{match[2]}{match[3] or ''})"

    linked = _DOCUMENT.sub(lead, _CITATION.sub(cite, markdown))
    return Markup(_parser.render(linked))  # noqa: S704  the parser escapes raw HTML
