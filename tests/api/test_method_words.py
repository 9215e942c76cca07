"""What is known of a method in words: effect with certainty, what it rests on, and cost, in both languages."""

from dataclasses import replace
from datetime import date

from api.languages import load_strings
from api.method_words import in_language, tell_basis, tell_cost, tell_effect
from kb.documents import Cost
from tests.builders import BASIS, make_evidence

SV, EN = load_strings("sv"), load_strings("en")


def test_effect_and_certainty_are_told_apart() -> None:
    item = make_evidence(effect="minskar mycket", certainty="måttlig")
    assert tell_effect(item, SV) == "minskar mycket · måttlig säkerhet"
    assert tell_effect(item, EN) == "decreases much · moderate certainty"


def test_nothing_is_said_to_be_sure_of_an_effect_that_is_not_known() -> None:
    assert tell_effect(make_evidence("oklar"), SV) == "effekten är inte känd"


def test_a_basis_tells_design_number_studies_countries_and_who_made_them() -> None:
    basis = replace(BASIS, described="22 av dem kvasiexperiment", studies=24, countries=("Tyskland", "England"))
    assert tell_basis(basis, SV) == "översikt, 24 studier, 22 av dem kvasiexperiment, Tyskland, England, oberoende"
    assert tell_basis(basis, EN) == "review, 24 studies, Germany, England, independent"
    assert tell_basis(replace(BASIS, studies=1), EN) == "review, 1 study, independent"


def test_without_a_study_nobody_made_it() -> None:
    assert tell_basis(replace(BASIS, design="ingen studie", studies=None), SV) == "ingen studie hittad"


def test_a_cost_tells_the_year_of_its_prices_or_the_day_of_the_search() -> None:
    assert tell_cost(Cost(text="10 kr.", price_year=2024, searched=None), SV) == "10 kr. (priser 2024)"
    searched = Cost(text="Ingen kostnad publicerad.", price_year=None, searched=date(2026, 11, 30))
    assert tell_cost(searched, SV) == "Ingen kostnad publicerad. (sökt 30 november 2026)"


def test_an_english_page_has_the_english_words_or_swedish_ones_that_say_so() -> None:
    assert in_language("Ljus", "Light", EN) == "Light"
    assert in_language("Ljus", None, EN) == '<span lang="sv">Ljus</span>'
    assert in_language("Ljus & mörker", "Light", SV) == "Ljus &amp; mörker"
