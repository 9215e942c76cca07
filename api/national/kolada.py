"""Key figures of Kolada's open API, version 3: https://api.kolada.se/v3, for the command; no page ever asks.

Terms: free to use, "Källa: Kolada" where it is shown (https://www.kolada.se/om-oss/api).
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

import httpx2

from kb.errors import StatisticsRejected
from kb.national.statistics.statistic import Statistic

HOST = "https://api.kolada.se"
TIMEOUT_S = 20.0
"""To connect, and between two pieces of an answer."""
MAX_PAGES = 50
ALL = "T"
"""Of women and men together."""
_KPI = re.compile(r"[NU]\d{5}")
Connect = Callable[[], httpx2.Client]


def connect() -> httpx2.Client:
    """A client that waits no longer than TIMEOUT_S and follows nobody elsewhere."""
    return httpx2.Client(timeout=TIMEOUT_S, follow_redirects=False, headers={"user-agent": "till-handling"})


def fetch_key_figure(
    kpi: str,
    years: Sequence[int],
    measure: str,
    area: str,
    municipality_codes: Collection[str],
    connect: Connect = connect,
) -> Sequence[Statistic]:
    """The key figure of the municipalities in those years, by year and code; those without a value are left out.

    measure : what it is called here; area : slug, empty for none

    Raises
    ------
    StatisticsRejected : no key figure has such an id, or Kolada does not answer as it should
    """
    if not _KPI.fullmatch(kpi):
        raise StatisticsRejected(f"{kpi!r} is no id of a key figure; write N or U and five digits, as N01951")
    found: list[Statistic] = []
    with connect() as client:
        for year in sorted(set(years)):
            address = f"{HOST}/v3/data/kpi/{kpi}/year/{year}"
            values = {code: value for code, value in _read_pages(client, address) if code in municipality_codes}
            found += [
                Statistic(
                    municipality_code=code, year=year, measure=measure, value=value, source_url=address, area=area
                )
                for code, value in sorted(values.items())
            ]
    if not found:
        raise StatisticsRejected(f"Kolada has no value of {kpi} for {years}; look at kolada.se which years there are")
    return found


def _read_pages(client: httpx2.Client, address: str) -> Iterator[tuple[str, float]]:
    """Code and value, of every page of an answer."""
    following: str | None = address
    for _ in range(MAX_PAGES):
        if following is None:
            return
        page = _ask(client, following)
        for told in page["values"]:
            value = _read_value(told)
            if value is not None:
                yield str(told["municipality"]), value
        following = _check_address(page.get("next_url"))
    raise StatisticsRejected(f"Kolada's answer of {address} has more than {MAX_PAGES} pages; ask for fewer years")


def _ask(client: httpx2.Client, address: str) -> dict[str, Any]:
    try:
        answer = client.get(address)
        answer.raise_for_status()
        page = answer.json()
    except httpx2.HTTPError as error:
        told = f"Kolada does not answer as it should; {address}, {type(error).__name__}"
        raise StatisticsRejected(f"{told}; look at the network, or wait and try again") from error
    except ValueError as error:
        raise StatisticsRejected(f"Kolada does not answer with JSON; {address}; try again later") from error
    if not isinstance(page, dict) or not _is_page(page.get("values")):
        raise StatisticsRejected(f"Kolada's answer has no values of municipalities; {address}; has its API changed?")
    return page


def _is_page(values: object) -> bool:
    return isinstance(values, list) and all(
        isinstance(told, dict) and "municipality" in told and isinstance(told.get("values"), list) for told in values
    )


def _read_value(told: dict[str, Any]) -> float | None:
    """The value of all, None where it is missing or taken back."""
    for value in told["values"]:
        is_there = isinstance(value, dict) and value.get("gender") == ALL and not value.get("isdeleted")
        if is_there and isinstance(value.get("value"), int | float) and value["value"] >= 0:
            return float(value["value"])
    return None


def _check_address(following: object) -> str | None:
    """The next page, if it is Kolada's own."""
    if not following:
        return None
    if not (isinstance(following, str) and following.startswith(f"{HOST}/")):
        raise StatisticsRejected(f"Kolada leads on to {str(following)[:100]!r}, which is not at {HOST}; ask them why")
    return following
