"""Kolada's API, as a server here answers in its place."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from api.national.kolada import HOST, MAX_PAGES, TIMEOUT_S, connect, fetch_key_figure
from kb.errors import StatisticsRejected
from kb.national.statistics.statistic import Statistic

ADDRESS = f"{HOST}/v3/data/kpi/N01951/year/2024"
Answer = Callable[[httpx2.Request], httpx2.Response]


def tell(code: str, value: float | None, gender: str = "T", **changed: Any) -> dict[str, Any]:
    """A municipality as Kolada tells it."""
    values = [{"gender": gender, "count": 1, "status": "", "value": value, "isdeleted": False, **changed}]
    return {"kpi": "N01951", "municipality": code, "period": 2024, "values": values}


def page(*values: dict[str, Any], following: str | None = None) -> httpx2.Response:
    return httpx2.Response(200, json={"count": len(values), "values": values, "next_url": following})


def fetch(answer: Answer, kpi: str = "N01951") -> list[Statistic]:
    def connect_here() -> httpx2.Client:
        return httpx2.Client(transport=httpx2.MockTransport(answer))

    return list(fetch_key_figure(kpi, [2024], "Invånare", "", {"0331", "0180"}, connect_here))


def test_a_key_figure_is_of_the_municipalities_of_the_register() -> None:
    asked: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return page(tell("0331", 14_000), tell("0001", 9.0), tell("0180", 990_000.0))

    assert fetch(answer) == [
        Statistic(municipality_code=code, year=2024, measure="Invånare", value=value, source_url=ADDRESS)
        for code, value in (("0180", 990_000.0), ("0331", 14_000.0))
    ]
    assert asked == [ADDRESS]


def test_what_is_missing_taken_back_or_of_one_sex_is_left_out() -> None:
    told = (tell("0331", None), tell("0180", 5, gender="K"), tell("0180", 5, isdeleted=True))
    with pytest.raises(StatisticsRejected, match=r"no value of N01951 for \[2024\]"):
        fetch(lambda _: page(*told))


def test_pages_are_followed() -> None:
    second = f"{ADDRESS}?page=2"
    pages = {ADDRESS: page(tell("0331", 1), following=second), second: page(tell("0180", 2))}
    assert [told.value for told in fetch(lambda request: pages[str(request.url)])] == [2, 1]


def test_pages_without_end_and_pages_of_others_are_not() -> None:
    with pytest.raises(StatisticsRejected, match=f"more than {MAX_PAGES} pages"):
        fetch(lambda _: page(tell("0331", 1), following=ADDRESS))
    with pytest.raises(StatisticsRejected, match=r"which is not at https://api\.kolada\.se"):
        fetch(lambda _: page(tell("0331", 1), following="http://169.254.169.254/"))


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (httpx2.Response(503), "does not answer as it should; .*HTTPStatusError; look at the network"),
        (httpx2.Response(302, headers={"location": "https://elsewhere.example.se"}), "HTTPStatusError"),
        (httpx2.Response(200, text="<html>"), "does not answer with JSON"),
        (httpx2.Response(200, json=[]), "has no values of municipalities"),
        (httpx2.Response(200, json={"values": [{"period": 2024}]}), "has no values of municipalities"),
    ],
)
def test_an_answer_that_is_none_is_told(answer: httpx2.Response, told: str) -> None:
    with pytest.raises(StatisticsRejected, match=told):
        fetch(lambda _: answer)


def test_who_does_not_answer_in_time_is_told() -> None:
    def wait(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadTimeout("too slow", request=request)

    with pytest.raises(StatisticsRejected, match="ReadTimeout; look at the network, or wait"):
        fetch(wait)
    with connect() as client:
        assert client.timeout.read == client.timeout.connect == TIMEOUT_S
        assert not client.follow_redirects


@pytest.mark.parametrize("kpi", ["N0195", "../x", "X01951", "N01951/year"])
def test_an_id_that_is_none_is_not_asked_for(kpi: str) -> None:
    with pytest.raises(StatisticsRejected, match="is no id of a key figure"):
        fetch(lambda _: httpx2.Response(500), kpi)
