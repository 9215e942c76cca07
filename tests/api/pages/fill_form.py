"""What a browser sends for a form that nobody has touched, ready to be changed."""

from lxml import html

Fields = list[tuple[str, str]]


def fill_form(text: str, action: str) -> Fields:
    """The names and values that the page's form with the action sends as it stands; buttons and files left out."""
    (form,) = [form for form in html.fromstring(text).forms if form.action == action]
    fields: Fields = form.form_values()
    return fields


def change(fields: Fields, name: str, value: str | None) -> Fields:
    """The fields with one of them set anew, or without it."""
    kept = [field for field in fields if field[0] != name]
    return kept if value is None else [*kept, (name, value)]
