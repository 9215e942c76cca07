"""Paragraphs for tests that do not care how finely a description is cut."""

from kb.problems.units import Unit, join_blocks, read_units


def read_paragraphs(text: str) -> list[Unit]:
    """The paragraphs, lists and tables of a text, each as one unit."""
    return join_blocks(read_units(text))


def make_unit(position: int, heading: str, text: str, above: tuple[str, ...] = ()) -> Unit:
    return Unit(position=position, heading=heading, text=text, above=above, block=position)
