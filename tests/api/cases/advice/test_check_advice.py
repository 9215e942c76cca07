"""Advice is looked through: all that is wrong is told at once, and no person's name is kept."""

from datetime import date, timedelta
from typing import Any

import pytest

from api.cases.advice.check_advice import AdvicePlace, check_advice
from api.store.cases.errors import AdviceRejected
from tests.api.store.cases.advised import DAY, EXPERT, make_given

PLACE = AdvicePlace(today=DAY, asked=DAY - timedelta(days=7), areas=("nyrekrytering",), experts=(EXPERT,))
CANARY = "Zebrafinken"


@pytest.mark.parametrize(
    ("changes", "field", "key"),
    [
        ({"day": DAY + timedelta(days=1)}, "day", "future"),
        ({"day": date(206, 11, 20)}, "day", "past"),
        ({"hours": 0.0}, "hours", "hours"),
        ({"hours": 201.0}, "hours", "hours"),
        ({"hours": float("nan")}, "hours", "hours"),
        ({"giver": " "}, "giver", "missing"),
        ({"giver": "x" * 101}, "giver", "long"),
        ({"area": CANARY}, "area", "area"),
        ({"expert_slug": CANARY}, "expert_slug", "expert"),
        ({"offered": ""}, "offered", "missing"),
        ({"achieved": "x" * 4_001}, "achieved", "long"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(changes: dict[str, Any], field: str, key: str) -> None:
    with pytest.raises(AdviceRejected) as raised:
        check_advice(make_given(**changes), PLACE)
    assert raised.value.faults == {field: f"advice_fault_{key}"}
    assert str(raised.value).startswith(f"{field}: ")
    assert CANARY not in str(raised.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(AdviceRejected) as raised:
        check_advice(make_given(hours=-1.0, giver="", offered=""), PLACE)
    assert list(raised.value.faults) == ["hours", "giver", "offered"]


def test_what_is_right_is_kept_as_it_is() -> None:
    given = make_given(expert_slug=EXPERT, day=DAY - timedelta(days=300))
    checked = check_advice(given, PLACE)
    assert (checked.given, checked.n_masked) == (given, 0)


def test_of_who_gave_it_the_role_is_kept_and_no_name() -> None:
    checked = check_advice(make_given(giver="Anna Svensson, kriminolog "), PLACE)
    assert (checked.given.giver, checked.n_masked) == ("[namn], kriminolog", 1)


def test_personal_data_in_the_texts_are_masked_and_counted() -> None:
    given = make_given(offered="Ring eleven Kevin på 070-174 06 71.", next_step="Möte [namn]")
    checked = check_advice(given, PLACE)
    assert checked.given.offered == "Ring eleven [namn] på [telefon]."
    assert (checked.given.next_step, checked.n_masked) == ("Möte [namn]", 2)
