"""What is noted of a search: that it was made, and where nothing fits the problem area that it is about."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
from fastapi import Request

from api.access.counted_key import name_key
from api.store.national.use import UseOf
from api.use.note_use import note_match, note_search
from kb.search.answer import AreaMatch, SearchResult

DAY = date(2026, 11, 22)


class _Counted:
    def __init__(self) -> None:
        self.uses: list[UseOf] = []

    def count(self, use: UseOf) -> None:
        self.uses.append(use)


def _request(counted: _Counted, **state: str) -> Request:
    """A request with the query `key` of the state."""
    app = SimpleNamespace(state=SimpleNamespace(use=counted, today=lambda: DAY, widget_keys=("intranet",)))
    query = {"key": state.pop("shown", "")}
    return cast(Request, SimpleNamespace(app=app, state=SimpleNamespace(**state), query_params=query))


def _result(is_answered: bool, relevance: float = 0.4) -> SearchResult[Any]:
    topics = (AreaMatch("klotter", "Klotter", relevance), AreaMatch("krogvald", "Krogvåld", 0.1))
    return SearchResult(
        is_answered=is_answered, hits=(), n_hits=0, advised_against=(), facets={}, topics=topics, snapshot_id="index"
    )


@pytest.mark.parametrize(
    ("result", "noted"),
    [
        (_result(True), [("search", "")]),
        (_result(False), [("search", ""), ("unanswered", "klotter")]),
        (_result(False, 0.2), [("search", ""), ("unanswered", "")]),
    ],
)
def test_a_search_that_nothing_fits_is_noted_with_its_area(
    result: SearchResult[Any], noted: list[tuple[str, str]]
) -> None:
    counted = _Counted()
    note_search(_request(counted), result)
    assert [(use.kind, use.what) for use in counted.uses] == noted
    assert {(use.day, use.key) for use in counted.uses} == {(DAY, "")}


def test_problems_without_a_method_are_noted() -> None:
    counted = _Counted()
    note_match(_request(counted), [("klotter", True), ("krogvald", False)])
    assert [(use.kind, use.what) for use in counted.uses] == [("match", ""), ("unmatched", "krogvald")]


def test_a_widget_is_noted_by_the_id_of_its_key_or_a_print_of_one_of_the_settings() -> None:
    counted = _Counted()
    note_search(_request(counted, widget_key="k" * 32), _result(True))
    note_search(_request(counted, shown="intranet"), _result(True))
    note_search(_request(counted, shown="gissad"), _result(True))
    assert [use.key for use in counted.uses] == ["k" * 32, name_key("intranet"), ""]
