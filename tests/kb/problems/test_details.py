"""Place, group, time and cause: quotes of what a description tells."""

from dataclasses import replace

import pytest

from kb.problems.details import DETAIL_KINDS, MAX_QUOTES, Details, Quote, find_details
from kb.registers import PoliceArea, Registers
from tests.kb.cases import read_cases
from tests.kb.matching.two_areas import BORAS
from tests.kb.problems.paragraphs import make_unit, read_paragraphs

VARA = replace(BORAS, code="1470", name="Vara", official_name="Vara kommun", population=16000)
REGISTERS = Registers(
    (BORAS, VARA),
    (
        PoliceArea(
            name="Hjällbo", area_class="särskilt utsatt", municipality_code="1480", list_year=2025, is_derived=False
        ),
    ),
    (),
)


@pytest.mark.parametrize(("text", "expected"), read_cases("details.md"))
def test_a_paragraph_tells_its_details(text: str, expected: str) -> None:
    details = find_details(read_paragraphs(text), REGISTERS)
    told = {kind: " / ".join(quote.text for quote in getattr(details, kind)) for kind in DETAIL_KINDS}
    assert "\n".join(f"{kind}: {quotes}" for kind, quotes in told.items() if quotes) == expected


def test_a_quote_has_its_place_in_its_paragraph() -> None:
    paragraphs = [make_unit(3, "", "Inget här."), make_unit(7, "", "Det brinner vid torget.")]
    assert find_details(paragraphs, REGISTERS).place == (Quote(7, 16, 22, "torget"),)


def test_ones_own_municipality_is_no_place() -> None:
    paragraphs = [make_unit(0, "", "Det brinner i Borås och i Vara.")]
    assert [quote.text for quote in find_details(paragraphs, REGISTERS, "Borås").place] == ["Vara"]


def test_what_is_not_told_is_missing() -> None:
    assert find_details([make_unit(0, "", "Det brinner vid torget.")], REGISTERS).missing == ("group", "time", "cause")
    assert find_details([], REGISTERS) == Details((), (), (), ())


def test_at_most_so_many_of_a_kind_are_told() -> None:
    listed = ", ".join(f"vid {name}torget" for name in ("Norr", "Söder", "Öster", "Väster", "Ny", "Gammel"))
    assert len(find_details([make_unit(0, "", listed)], REGISTERS).place) == MAX_QUOTES


def test_a_group_on_something_goes_on_to_a_sign_or_a_verb() -> None:
    paragraphs = [make_unit(0, "", "En grupp om fem unga män har setts.")]
    assert [quote.text for quote in find_details(paragraphs, REGISTERS).group] == ["grupp om fem unga män"]


def test_a_name_of_the_registers_is_without_its_genitive() -> None:
    paragraphs = [make_unit(0, "", "Det gäller Borås, Varas och Hjällbos skolor.")]
    assert [quote.text for quote in find_details(paragraphs, REGISTERS).place] == ["Borås", "Vara", "Hjällbo"]
