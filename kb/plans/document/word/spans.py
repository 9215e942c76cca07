"""Spans as runs, those that lead somewhere as hyperlinks."""

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from kb.plans.document.blocks import Spans
from kb.plans.document.word.elements import Element, make, make_run, name_bookmark
from kb.plans.document.word.styles import Styles


class SpanWriter:
    """Makes runs for one document, whose relationships know the addresses that it leads to."""

    def __init__(self, document: WordDocument, styles: Styles) -> None:
        self._part = document.part
        self._link_style = styles.ids["link"]
        self._n_bookmarks = 0

    def make_runs(self, spans: Spans, *, is_strong: bool = False, half_points: int = 0) -> list[Element]:
        """Runs, and hyperlinks around those that lead somewhere."""
        made = []
        for span in spans:
            run = make_run(span, is_strong=is_strong, link_style=self._link_style, half_points=half_points)
            made.append(make("w:hyperlink", self._lead_to(span.link), [run]) if span.link else run)
        return made

    def mark(self, anchor: str, runs: list[Element]) -> list[Element]:
        """The runs inside the bookmark of the anchor."""
        self._n_bookmarks += 1
        number = str(self._n_bookmarks)
        start = make("w:bookmarkStart", {"id": number, "name": name_bookmark(anchor)})
        return [start, *runs, make("w:bookmarkEnd", {"id": number})]

    def _lead_to(self, link: str) -> dict[str, str]:
        if link.startswith("#"):
            return {"anchor": name_bookmark(link[1:]), "history": "1"}
        return {"r:id": self._part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True), "history": "1"}
