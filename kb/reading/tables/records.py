"""Fields that stand on lines of their own, as in a form, put together as the row that they are."""

from collections.abc import Iterator, Sequence

from kb.reading.tables.header import MAX_NAME_CHARS, is_name

MAX_VALUE_CHARS = 100
"""What is longer tells of more than its field."""


def join_records(lines: Sequence[str]) -> list[str]:
    """The lines; those of one record, two at least that names of fields begin, are one row.

    >>> join_records(["Problem: stölder", "Plats: parkeringen", "Det är värst om natten."])
    ['Problem: stölder; Plats: parkeringen', 'Det är värst om natten.']
    """
    return ["; ".join(record) for record in _group(lines)]


def _group(lines: Sequence[str]) -> Iterator[list[str]]:
    """A field that comes again begins the next record."""
    record: dict[str, str] = {}
    for line in lines:
        name = _field_of(line)
        if record and (not name or name in record):
            yield list(record.values())
            record = {}
        if name:
            record[name] = line.strip()
        else:
            yield [line]
    if record:
        yield list(record.values())


def _field_of(line: str) -> str:
    """The name of the field that the line is, "" where it is none."""
    name, _, value = line.strip().partition(":")
    is_field = value.strip() and len(value) <= MAX_VALUE_CHARS and len(name) <= MAX_NAME_CHARS and ";" not in value
    return name.casefold() if is_field and is_name(name) else ""
