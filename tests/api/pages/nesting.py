"""Whether a page is written with care: lxml and browsers mend what is not, and say nothing."""

from html.parser import HTMLParser

from lxml.html.defs import empty_tags


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        if tag not in empty_tags:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()


def check_nesting(html: str) -> None:
    """Fail unless each element is closed, and where it should be, and has no attribute twice."""
    reader = _Nesting()
    reader.feed(html)
    reader.close()
    assert reader.open == [], f"never closed: {reader.open}"
