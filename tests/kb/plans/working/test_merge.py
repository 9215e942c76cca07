"""Two people's edits of the same version, brought together without a loss."""

from hypothesis import given
from hypothesis import strategies as st

from kb.plans.working.edit import list_edits
from kb.plans.working.merge import Conflict, merge
from kb.plans.working.working_plan import Written

WRITTEN = st.dictionaries(st.sampled_from("abcde"), st.sampled_from("123"), max_size=5)


def test_two_who_write_different_fields_both_have_them() -> None:
    merged = merge({}, {"title": "Plan"}, {"summary": "Kort"})
    assert merged.written == {"title": "Plan", "summary": "Kort"}
    assert merged.conflicts == ()


def test_two_who_write_the_same_field_differently_conflict_and_the_first_stands() -> None:
    merged = merge({"title": "A"}, {"title": "B"}, {"title": "C", "summary": "Kort"})
    assert merged.written == {"title": "B", "summary": "Kort"}
    assert merged.conflicts == (Conflict(path="title", base="A", theirs="B", mine="C"),)


def test_one_who_empties_what_another_writes_conflicts_with_it() -> None:
    merged = merge({"title": "A"}, {"title": "B"}, {})
    assert merged.conflicts == (Conflict(path="title", base="A", theirs="B", mine=""),)


@given(WRITTEN, WRITTEN)
def test_without_edits_of_one_side_the_other_stands(base: Written, edited: Written) -> None:
    assert merge(base, edited, base).written == edited
    assert merge(base, base, edited).written == edited
    assert merge(base, edited, edited).conflicts == ()


@given(WRITTEN, WRITTEN, WRITTEN)
def test_every_edit_stands_or_is_told_as_a_conflict(base: Written, theirs: Written, mine: Written) -> None:
    merged = merge(base, theirs, mine)
    told = {conflict.path: conflict for conflict in merged.conflicts}
    for path, text in list_edits(base, theirs).items():
        assert merged.written.get(path, "") == text
    for path, text in list_edits(base, mine).items():
        assert told[path].mine == text if path in told else merged.written.get(path, "") == text


@given(WRITTEN, WRITTEN, WRITTEN)
def test_a_field_that_one_alone_wrote_has_that_ones_text(base: Written, theirs: Written, mine: Written) -> None:
    written = merge(base, theirs, mine).written
    of_them, of_me = list_edits(base, theirs), list_edits(base, mine)
    for path in base.keys() | theirs.keys() | mine.keys():
        wanted = theirs if path in of_them else mine if path in of_me else base
        assert written.get(path, "") == wanted.get(path, "")


@given(WRITTEN, WRITTEN, WRITTEN)
def test_what_both_wrote_differently_is_told_with_all_three_texts(
    base: Written, theirs: Written, mine: Written
) -> None:
    of_them, of_me = list_edits(base, theirs), list_edits(base, mine)
    assert [(told.path, told.base, told.theirs, told.mine) for told in merge(base, theirs, mine).conflicts] == [
        (path, base.get(path, ""), of_them[path], of_me[path])
        for path in sorted(of_them.keys() & of_me.keys())
        if of_them[path] != of_me[path]
    ]


@given(WRITTEN, WRITTEN, WRITTEN)
def test_who_saves_first_matters_only_to_what_conflicts(base: Written, one: Written, other: Written) -> None:
    first, second = merge(base, one, other), merge(base, other, one)
    conflicting = {conflict.path for conflict in first.conflicts}
    assert conflicting == {conflict.path for conflict in second.conflicts}
    assert set(list_edits(first.written, second.written)) == conflicting
