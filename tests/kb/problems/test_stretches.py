"""Units laid out as the encoder reads them."""

from kb.problems.stretches import MAX_CHARS, MAX_PART_CHARS, N_BEFORE, cut_stretches
from kb.problems.units import Unit


def make_units(*texts: str, heading: str = "") -> list[Unit]:
    return [Unit(position=i, heading=heading, text=text) for i, text in enumerate(texts)]


def test_a_short_description_is_one_stretch() -> None:
    (stretch,) = cut_stretches(make_units("Ett.", "Två."))
    assert (stretch.parts, stretch.n_before) == (("Ett.", "Två."), 0)


def test_each_unit_stands_once_and_a_long_text_has_many_stretches() -> None:
    units = make_units(*(f"Mening {i} om torget." for i in range(200)))
    stretches = list(cut_stretches(units))
    read = [part for stretch in stretches for part in stretch.parts[stretch.n_before :]]
    assert read == [unit.text for unit in units]
    assert all(sum(map(len, stretch.parts)) <= MAX_CHARS for stretch in stretches)


def test_what_stands_before_and_the_heading_help_to_understand() -> None:
    units = make_units(*("x" * 390 for _ in range(4)), heading="Skolan")
    last = list(cut_stretches(units))[-1]
    assert last.parts[0] == "Skolan"
    assert last.n_before == 1 + N_BEFORE


def test_a_unit_without_end_is_read_as_far_as_a_part_goes() -> None:
    (stretch,) = cut_stretches(make_units("å" * 10_000))
    assert [len(part) for part in stretch.parts] == [MAX_PART_CHARS]
