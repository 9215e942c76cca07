"""Figures of needs let out when their time has ended: once, and the same for everybody from then on.

Each calendar year has its figures by county, size and half-year; the first half of a year that is not over has those of
the half-year alone, for the whole country. Nothing is counted anew for somebody who looks, so that no figure changes
because one municipality did something.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime

from api.daily import repeat_daily
from api.serving import Serving
from api.store.database import Database
from api.store.national.needs import find_first_day, let_out, list_needs, list_periods, read_figures
from api.store.plans.needs import fill_in
from kb.documents import ProblemArea
from kb.errors import KbError
from kb.national.needs.audit import is_enough
from kb.national.needs.figures import Figure, Need, count_needs
from kb.national.needs.half_year import HALVES, HalfYear, list_ended
from kb.national.needs.suppress import LEAST, choose_shown
from kb.registers import Municipality

_log = logging.getLogger(__name__)


async def let_out_daily(
    database: Database, serving: Serving, today: Callable[[], date], now: Callable[[], datetime]
) -> None:
    """Let out what is due at once and then once a day, until cancelled."""

    def let_out_today() -> None:
        if registers := _find_registers(serving):
            let_out_due(database, *registers, today(), now())

    await repeat_daily(let_out_today, "no figures of needs were let out")


def let_out_due(
    database: Database, towns: Sequence[Municipality], areas: Sequence[str], today: date, now: datetime
) -> list[str]:
    """The periods whose figures were let out now, after the areas of older plans were noted."""
    with database.session() as session:
        fill_in(session)
        first, known = find_first_day(session), list_periods(session)
    due = [period for period in list_due(first, today) if period not in known] if first else []
    for period in due:
        with database.reading() as session:
            needs, early = list_needs(session, *days_of(period)), read_figures(session, f"{period[:4]}-{HALVES[0]}")
        choose = choose_figures if is_year(period) else choose_half
        figures = choose(needs, towns, areas, early)
        with database.session() as session:
            let_out(session, period, figures, now)
        _log.info("figures of needs of %s are out", period)
    return due


def list_due(first: date, today: date) -> list[str]:
    """The periods that have ended: every year, and the first half of the one that has not."""
    ended = list_ended(first, today)
    years = sorted({one.year for one in ended if one.half == HALVES[1]})
    return [*map(str, years), *(_name_half(one) for one in ended if one.year not in years)]


def is_year(period: str) -> bool:
    return len(period) == 4


def days_of(period: str) -> tuple[date, date]:
    """First and last day."""
    year = int(period[:4])
    return date(year, 1, 1), date(year, 12, 31) if is_year(period) else date(year, 6, 30)


def list_need_areas(areas: Iterable[ProblemArea]) -> list[str]:
    """Slugs of what is counted: problems, and no themes of support."""
    return sorted(area.slug for area in areas if area.kind == "problemområde")


def choose_figures(
    needs: Iterable[Need], towns: Iterable[Municipality], areas: Iterable[str], early: Mapping[Figure, int]
) -> Mapping[Figure, int]:
    """The figures of a year to show.

    early : what is out already of its first half. Where a plan was erased since, or a case became one with another, an
        area that counts otherwise now is left out of the year, so that nobody can take the one from the other
    """
    told = list(needs)
    counted = count_needs(told, towns := list(towns), areas)
    changed = {figure.area for figure, n in early.items() if figure.area in counted.told and counted.count(figure) != n}
    kept = count_needs(told, towns, [area for area in counted.told if area not in changed])
    already = [figure for figure in early if figure.area in kept.told]
    return {figure: kept.count(figure) for figure in choose_shown(kept, already)}


def choose_half(
    needs: Iterable[Need], towns: Iterable[Municipality], areas: Iterable[str], _: Mapping[Figure, int]
) -> Mapping[Figure, int]:
    """The figures of the first half of a year that is not over: nothing else of the year is out beside them."""
    counted = count_needs(needs, towns, areas)
    halves = (Figure("half", area, HALVES[0]) for area in counted.told)
    return {one: n for one in halves if is_enough(n := counted.count(one), counted.count_towns(one), LEAST)}


def _find_registers(serving: Serving) -> tuple[Sequence[Municipality], Sequence[str]] | None:
    """Municipalities, and the areas that are counted; None until a snapshot is published, which others tell of."""
    with suppress(KbError):
        snapshot = serving.searcher.snapshot
        return snapshot.registers.municipalities, list_need_areas(snapshot.problem_areas.values())
    return None


def _name_half(one: HalfYear) -> str:
    return f"{one.year}-{one.half}"
