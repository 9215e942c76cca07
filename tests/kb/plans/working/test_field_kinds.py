"""What can be written in a field, and the one spelling that it gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.plans.working.field_kinds import Choice, Day, FieldFault, FieldKind, Kronor, Line, Number, Paragraphs

KINDS: tuple[FieldKind, ...] = (Line(), Paragraphs(), Number(), Kronor(), Day(), Choice(("chosen", "dropped")))


@pytest.mark.parametrize(
    ("kind", "text", "tidy"),
    [
        (Line(), "  en\r\nrad ", "en rad"),
        (Line(), "a\x00b\x1b", "ab"),
        (Paragraphs(), "ett  \r\n\r\ntvå\n", "ett\n\ntvå"),
        (Paragraphs(), "a\u030a", "å"),
        (Number(), "1\u00a0250,50", "1250.5"),
        (Number(), "−007", "-7"),
        (Number(), "-0,0", "0"),
        (Kronor(), "25 000 kr", "25000"),
        (Kronor(), "0", "0"),
        (Day(), " 2027-03-31 ", "2027-03-31"),
        (Choice(("chosen",)), "chosen", "chosen"),
    ],
)
def test_a_text_gets_its_one_spelling(kind: FieldKind, text: str, tidy: str) -> None:
    assert kind.tidy(text) == tidy


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_nothing(kind: FieldKind) -> None:
    assert kind.tidy(" \n ") == ""


@pytest.mark.parametrize(
    ("kind", "text", "key"),
    [
        (Line(3), "fyra", "too_long"),
        (Number(), "tolv", "no_number"),
        (Number(), "1e9", "no_number"),
        (Kronor(), "-5", "no_kronor"),
        (Kronor(), "1,5", "no_kronor"),
        (Day(), "31/3", "no_day"),
        (Day(), "0207-03-31", "no_day"),
        (Choice(("chosen",)), "vald", "no_choice"),
    ],
)
def test_what_cannot_stand_in_a_field_is_told(kind: FieldKind, text: str, key: str) -> None:
    with pytest.raises(FieldFault) as fault:
        kind.tidy(text)
    assert fault.value.key == key


@pytest.mark.parametrize("kind", KINDS)
@given(text=st.text(max_size=30) | st.text("0123456789 ,.-kr\n", max_size=12))
def test_a_tidy_text_stays_as_it_is(kind: FieldKind, text: str) -> None:
    try:
        tidy = kind.tidy(text)
    except FieldFault:
        return
    assert kind.tidy(tidy) == tidy
