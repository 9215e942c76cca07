"""Words, days and kronor of a document in both languages."""

import re
from datetime import date
from decimal import Decimal
from typing import get_args

from kb.plans.document.words import load_words, write_days, write_decimal
from kb.plans.working.check_adoption import LackKey
from kb.plans.working.fields import STATUSES
from kb.problems.statute import PARTS
from kb.vocabulary import CERTAINTIES, EFFECTS, RATINGS, Design, Independence

SWEDISH, ENGLISH = load_words("sv"), load_words("en")


def test_both_languages_have_the_same_words_with_the_same_places_to_fill() -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"\{\w+\}", text))

    assert SWEDISH.keys() == ENGLISH.keys()
    assert [key for key in SWEDISH if places(SWEDISH[key]) != places(ENGLISH[key])] == []


def test_every_word_of_the_content_and_every_lack_has_its_words() -> None:
    keys = {
        "effect": EFFECTS,
        "certainty": CERTAINTIES,
        "rating": RATINGS,
        "design": get_args(Design),
        "independence": get_args(Independence),
        "lack": get_args(LackKey),
        "status": STATUSES,
        "part": PARTS,
    }
    assert [f"{key}_{word}" for key, words in keys.items() for word in words if f"{key}_{word}" not in SWEDISH] == []


def test_effect_and_certainty_are_in_the_very_words_of_the_content() -> None:
    assert all(SWEDISH[f"effect_{word}"] == word for word in EFFECTS)
    assert all(SWEDISH[f"certainty_{word}"] == word for word in CERTAINTIES)


def test_days_are_told_as_far_as_they_are_known() -> None:
    first, last = date(2027, 1, 15), date(2027, 6, 30)
    assert write_days(first, last, SWEDISH) == "2027-01-15 –\n2027-06-30"
    assert (write_days(first, None, SWEDISH), write_days(None, last, ENGLISH)) == ("från 2027-01-15", "by 2027-06-30")
    assert (write_days(first, first, SWEDISH), write_days(None, None, SWEDISH)) == ("2027-01-15", "")


def test_a_number_has_the_decimal_sign_of_the_language() -> None:
    assert [write_decimal(Decimal("-1200.5"), words) for words in (SWEDISH, ENGLISH)] == ["−1200,5", "-1200.5"]
