"""Personal data is told by kind and number to programs, and in its own words to who wrote it alone."""

import pytest

from api.cases.guard import FoundData, guard_texts, list_found
from api.store.cases.errors import PersonalDataFound

TEXTS = {"title": "Torget", "wish": "Ring eleven Kevin på 070-174 06 71 eller 070-174 06 71."}


def test_what_is_found_is_refused_with_its_place_and_never_repeated() -> None:
    with pytest.raises(PersonalDataFound) as told:
        guard_texts(TEXTS, may_mask=False)
    assert str(told.value).startswith("wish: ")
    assert "telefon (2)" in str(told.value)
    assert "Kevin" not in str(told.value)
    assert "Torget" not in str(told.value)


def test_what_may_be_masked_is_masked_and_the_rest_is_as_it_was() -> None:
    kept = guard_texts(TEXTS, may_mask=True)
    assert kept == {"title": "Torget", "wish": "Ring eleven [namn] på [telefon] eller [telefon]."}
    assert guard_texts(kept, may_mask=False) == kept


def test_who_wrote_it_is_shown_each_find_once() -> None:
    assert list_found(TEXTS) == [FoundData("namn", "Kevin"), FoundData("telefon", "070-174 06 71")]
