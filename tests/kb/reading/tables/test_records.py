"""Fields on lines of their own put together."""

from kb.reading.tables.records import MAX_VALUE_CHARS, join_records


def test_fields_of_one_record_are_one_row_and_a_name_that_comes_again_begins_the_next() -> None:
    assert join_records(["Problem: klotter", "Plats: tunneln", "Problem: rån", "Plats: torget"]) == [
        "Problem: klotter; Plats: tunneln",
        "Problem: rån; Plats: torget",
    ]


def test_other_lines_stay() -> None:
    lines = ["Skadegörelse: rutor krossas", "Narkotika: säljs på torget", "Plats:", "Slut."]
    assert join_records(lines) == lines


def test_a_long_field_stays_alone() -> None:
    lines = ["Plats: tunneln", f"Problem: {'a' * MAX_VALUE_CHARS} b"]
    assert join_records(lines) == lines
