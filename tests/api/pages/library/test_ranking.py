"""The page on ranking tells the weights, thresholds and measures that are in use."""

import pytest
from fastapi.testclient import TestClient

from api.pages.library.ranking import weigh_signals
from kb.models.models import load_models
from kb.search.answer import LIST_FLOOR, WARNING_FLOOR
from kb.search.searcher import Searcher
from tests.api.pages.read_page import read_page


def test_the_weights_of_one_idea_are_added_and_stand_heaviest_first() -> None:
    signals = weigh_signals(
        {"relative_lexical": 1.0, "relative_cosine_phrasing": 2.0, "relative_lexical_phrasing": 4.0, "areas": 3.0}
    )
    assert [(s.signal, s.weight, s.share) for s in signals] == [
        ("signal_phrasing", 2.0 + 4.0, 6.0 / 10),
        ("signal_areas", 3.0, 3.0 / 10),
        ("signal_lexical", 1.0, 1.0 / 10),
    ]
    assert [s.strength for s in signals] == ["strength_much", "strength_much", "strength_some"]


def test_the_length_of_a_query_is_no_signal_of_a_document() -> None:
    assert [s.signal for s in weigh_signals({"query_length": 5.0, "areas": 1.0})] == ["signal_areas"]


@pytest.mark.parametrize(("language", "mark"), [("sv", ","), ("en", ".")])
def test_the_table_has_the_weights_in_use(client: TestClient, language: str, mark: str) -> None:
    page = read_page(client.get("/rangordning", headers={"accept-language": language}).text)
    told = [float(cell.text.replace(mark, ".")) for cell in page.all("td")[1::3]]
    assert sum(told) == pytest.approx(sum(load_models().guidance.weights.values()), abs=0.01 * len(told))
    assert told == sorted(told, reverse=True)


def test_the_thresholds_and_the_model_are_those_in_use(client: TestClient, searcher: Searcher) -> None:
    text = read_page(client.get("/rangordning").text).all("main")[0].text
    assert f"om relevansen är minst {LIST_FLOOR:.0%}".replace("%", "\xa0%") in text
    assert f"relevansen minst {WARNING_FLOOR:.0%}".replace("%", "\xa0%") in text
    assert f"under {searcher.models.guidance.threshold:.0%}".replace("%", "\xa0%") in text
    assert searcher.snapshot.manifest.model_id in text


def test_an_index_that_was_not_measured_says_so(client: TestClient, searcher: Searcher) -> None:
    assert searcher.snapshot.manifest.quality is None
    assert "har inte prövats mot bedömda frågor" in read_page(client.get("/rangordning").text).all("main")[0].text
