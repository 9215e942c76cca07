"""What a browser sends for a form that nobody has touched, ready to be changed."""

from html.parser import HTMLParser

Fields = list[tuple[str, str]]


class _FormReader(HTMLParser):
    """The fields of the form with the action, in order: what is ticked, what is chosen, what is written."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.fields: Fields = []
        self._action = action
        self._is_inside = False
        self._select = ""
        self._options: Fields = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "form":
            self._is_inside = attributes.get("action") == self._action
        if not self._is_inside:
            return
        name, value = attributes.get("name") or "", attributes.get("value")
        if tag == "input" and attributes.get("type") not in ("checkbox", "file"):
            self.fields.append((name, value or ""))
        if tag == "input" and attributes.get("type") == "checkbox" and "checked" in attributes:
            self.fields.append((name, value or "on"))
        if tag == "select":
            self._select, self._options = name, []
        if tag == "option":
            self._options.append(("selected" if "selected" in attributes else "", value or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_inside = False
        if tag == "select" and self._is_inside:
            chosen = [value for mark, value in self._options if mark] or [self._options[0][1]]
            self.fields.append((self._select, chosen[0]))


def fill_form(html: str, action: str) -> Fields:
    """The names and values that the page's form with the action sends as it stands; buttons and files left out."""
    reader = _FormReader(action)
    reader.feed(html)
    return reader.fields


def change(fields: Fields, name: str, value: str | None) -> Fields:
    """The fields with one of them set anew, or without it."""
    kept = [field for field in fields if field[0] != name]
    return kept if value is None else [*kept, (name, value)]
