"""A few words of a text, to show where a fault is."""

N_AROUND = 30
"""Characters on either side of what is shown."""


def quote_excerpt(text: str, first: int = 0, last: int = 2 * N_AROUND) -> str:
    """The characters first <= i < last with some on either side, quoted, on one line.

    A semicolon parts the fields of a fault, so that it becomes a comma.

    >>> quote_excerpt("Brå; och\\npolisen")
    '"Brå, och polisen"'
    """
    shown = text[max(0, first - N_AROUND) : last + N_AROUND]
    return f'"{" ".join(shown.split()).replace(";", ",")}"'
