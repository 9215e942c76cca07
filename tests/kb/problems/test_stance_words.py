"""Nothing is denied without a word that denies; good news and what is said of the country are no problem."""

import numpy as np
import pytest

from kb.problems.find_problems import find_problems
from kb.problems.stance_words import denies, is_good_news, is_of_the_country, weigh_stances
from kb.problems.stances import STANCES
from kb.problems.unit_reader import make_unit_reader
from kb.problems.units import Unit, read_units
from kb.search.searcher import Searcher


def make_stances(**given: float) -> np.ndarray:
    return np.array([given.get(name, 0.0) for name in STANCES])


def unit(text: str, heading: str = "") -> Unit:
    return Unit(position=0, heading=heading, text=text)


def test_what_looks_like_a_denial_without_its_word_is_a_problem_as_surely_as_it_is_of_an_area() -> None:
    weighed = weigh_stances(make_stances(problem=0.2, denied=0.8), 1.0, unit("Det har skett skjutningar."))
    assert weighed == pytest.approx(make_stances(problem=1.0))
    aside = weigh_stances(make_stances(problem=0.2, denied=0.8), 0.0, unit("Det har skett något."))
    assert aside == pytest.approx(make_stances(problem=0.2, **{"else": 0.8}))


def test_a_denial_with_its_word_stays() -> None:
    given = make_stances(problem=0.2, denied=0.8)
    assert weigh_stances(given, 1.0, unit("Inga skjutningar.")) == pytest.approx(given)


@pytest.mark.parametrize(
    "text", ["Ingenting.", "Vare sig gäng eller droger", "Nobody sells.", "Vi är förskonade från: rån"]
)
def test_words_that_deny(text: str) -> None:
    assert denies(text)


@pytest.mark.parametrize("text", ["Det har skett skjutningar i området.", "Ungdomsrånen ökar i centrum."])
def test_a_plain_problem_is_found(text: str, searcher: Searcher) -> None:
    assert find_problems(make_unit_reader(searcher).read(read_units(text)), searcher)


@pytest.mark.parametrize("text", ["Skjutningar förekommer inte hos oss.", "Vi har inga problem med klotter."])
def test_a_denial_is_no_problem(text: str, searcher: Searcher) -> None:
    assert find_problems(make_unit_reader(searcher).read(read_units(text)), searcher) == []


@pytest.mark.parametrize(
    "text",
    [
        "Inbrotten har halverats.",
        "Våldsbrotten är färre än tidigare.",
        "Tryggheten i centrum har ökat.",
        "Thefts decreased.",
    ],
)
def test_good_news(text: str) -> None:
    assert is_good_news(text)
    assert weigh_stances(make_stances(problem=1.0), 1.0, unit(text))[STANCES.index("problem")] < 0.4


@pytest.mark.parametrize(
    "text",
    [
        "Tryggheten har minskat.",
        "Skolnärvaron har sjunkit.",
        "Inbrotten har minskat men skadegörelsen ökar.",
        "Rånen har ökat.",
        "Otryggheten har ökat.",
        "Inbrotten har inte minskat.",
    ],
)
def test_a_loss_or_half_of_a_gain_is_no_good_news(text: str) -> None:
    assert not is_good_news(text)


def test_what_is_said_of_the_country_is_no_problem_here() -> None:
    assert is_of_the_country("Enligt Brås nationella trygghetsundersökning är en fjärdedel otrygga.")
    assert is_of_the_country(unit("Bedrägerierna ökar.", "Nationell utblick").headed)
    assert not is_of_the_country("Precis som i Sverige i stort ökar bedrägerierna i kommunen.")
    assert not is_of_the_country("Bedrägerierna ökar.")
