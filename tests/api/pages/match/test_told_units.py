"""The units of a problem are told as they were written: sentences joined, items and rows each by itself."""

from api.pages.match.told_units import MAX_SHOWN_CHARS, Told, tell_units
from kb.problems.units import Unit


def sentence(position: int, text: str, block: int = 0, heading: str = "") -> Unit:
    return Unit(position=position, heading=heading, text=text, block=block)


def row(position: int, text: str) -> Unit:
    return Unit(position=position, heading="Händelser", text=text, form="row", block=1)


def test_sentences_of_a_paragraph_are_joined_and_rows_are_not() -> None:
    told = tell_units([sentence(0, "Ett."), sentence(1, "Två."), row(2, "Plats: A"), row(3, "Plats: B")])
    assert told.shown == (Told("", "Ett. Två."), Told("Händelser", "Plats: A"), Told("", "Plats: B"))


def test_a_heading_is_told_where_it_changes() -> None:
    told = tell_units([sentence(0, "Ett.", 0, "Torget"), sentence(1, "Två.", 1, "Torget"), sentence(2, "Tre.", 2)])
    assert [part.heading for part in told.shown] == ["Torget", "", ""]


def test_what_is_more_than_a_few_lines_is_folded() -> None:
    told = tell_units([row(position, "x" * 100) for position in range(200)])
    assert (len(told.shown), len(told.folded)) == (MAX_SHOWN_CHARS // 100, 200 - MAX_SHOWN_CHARS // 100)


def test_a_long_paragraph_is_shown_whole() -> None:
    told = tell_units([sentence(0, "x" * 1000), sentence(1, "Mer.", 1)])
    assert [len(told.shown), len(told.folded)] == [1, 1]
