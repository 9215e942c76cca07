"""An expert as lines of the command."""

from datetime import date

from cli.shown.experts import name_expert, time_text, way_in_line
from kb.documents import Expert, Period
from kb.matching.availability import find_availability
from tests.builders import TODAY, make_expert

MARCH = Period(date(2027, 3, 1), date(2027, 3, 31))


def tell_time(expert: Expert) -> str:
    return time_text(expert, find_availability(expert, MARCH, TODAY), MARCH)


def test_a_made_up_expert_is_marked_and_has_no_way_in() -> None:
    made_up = make_expert("a", demo=True)
    assert name_expert(made_up) == "Rådgivare a, Brå (Påhittad, för demonstration)"
    assert way_in_line(made_up) == "Organisationen finns inte, så det finns ingen väg in."


def test_a_real_expert_has_its_name_and_its_way_in() -> None:
    assert name_expert(make_expert("a")) == "Rådgivare a, Brå"
    assert way_in_line(make_expert("a")) == "vägen in: https://bra.se/"


def test_time_is_told_as_far_as_it_is_known() -> None:
    away = Period(date(2027, 3, 1), date(2027, 3, 14))
    assert tell_time(make_expert("a")) == "ledig hela perioden, 10 tim/månad"
    assert tell_time(make_expert("a", unavailable=(away,))).startswith("ledig 15")
    assert tell_time(make_expert("a", availability=None)) == "fråga om tid"
