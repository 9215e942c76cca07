"""No number is of fewer than five answers or three municipalities, and none can be worked out by taking one from
another: one view from another, an area from its county, what was shown before from what is shown now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from api.store.cases.follow_ups import Answer, find_follow_up, keep_answer
from api.store.cases.tables import Advice, Case
from api.store.database import Database
from api.store.places import Places
from api.store.quality.count_answer import count_answer
from api.store.quality.figures import Figures, find_expert_figures, list_figures
from api.store.quality.tables import QualityGroup, QualityWaiting
from api.store.session import Session
from tests.api.store.cases.advised import ASKER, EXPERT, LATER, TOWNS, agree, answer, give_advice, make_done, withdraw
from tests.fakes.moments import NOON

PLACES = (*TOWNS, "0180", "0136", "0192")
"""Six municipalities of two counties."""
AREAS = ("klotter", "stold", "hot")
EXPERTS = ("tranemo-est", "brå-rad")
MOST = 30
"""Answers, each worth a power of two: what a published sum is of can then be read from it."""
Step = tuple[str, str, str, tuple[str, ...], int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "answer", "answer", "answer", "erase", "drop advice", "add advice"]),
        st.sampled_from(PLACES),
        st.sampled_from(AREAS),
        st.sampled_from([(), EXPERTS[:1], EXPERTS]),
        st.integers(0, MOST),
    ),
    min_size=8,
    max_size=MOST,
)


@dataclass(slots=True)
class _Seen:
    """towns : of each answer, in order; masks : audience -> the answers that each of its numbers was ever of"""

    cases: list[str] = field(default_factory=list)
    towns: list[str] = field(default_factory=list)
    masks: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def read(self, session: Session) -> None:
        """Look at all that anybody is shown now."""
        for expert in EXPERTS:
            if figures := find_expert_figures(session, expert):
                self.masks[expert].add(_mask_of(figures))
        for scope in ("", "14", "01"):
            self.masks["advisors"].update(_mask_of(place.figures) for place in list_figures(session, scope))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Database]:
    """A database on SQLite, whose integers are large enough for the sums."""
    database = Database(Places(tmp_path / "state"))
    database.open()
    yield database
    database.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nobody_learns_of_fewer_than_five_answers_whatever_is_taken_from_whatever(
    small: Database, steps: list[Step]
) -> None:
    seen = _Seen()
    with small.session() as session:
        for expert in EXPERTS:
            agree(session, expert)
        for step in steps:
            _do(session, seen, step)
            seen.read(session)
        session.rollback()
    for masks in seen.masks.values():
        for members in _list_inseparable(masks, len(seen.towns)):
            assert len(members) >= 5
            assert len({seen.towns[i] for i in members}) >= 3


def _do(session: Session, seen: _Seen, step: Step) -> None:
    what, town, area, experts, n = step
    if what == "answer":
        case_id = make_done(session, town, area, experts)
        row = find_follow_up(session, case_id, 3, LATER)
        keep_answer(session, row, Answer("yes", 2 ** len(seen.cases), 3), ASKER, NOON)
        count_answer(session, session.get_one(Case, case_id), row, NOON)
        seen.cases.append(case_id)
        seen.towns.append(town)
    elif seen.cases and (case := session.get(Case, seen.cases[n % len(seen.cases)])):
        if what == "erase":
            session.delete(case)
        elif what == "drop advice":
            session.execute(delete(Advice).where(Advice.case_id == case.id))
        else:
            give_advice(session, case.id, expert_slug=EXPERT)
    session.flush()


def _mask_of(figures: Figures) -> int:
    mask = round(figures.helped.mean * figures.n)
    assert mask.bit_count() == figures.n
    return mask


def _list_inseparable(masks: Iterable[int], n: int) -> list[list[int]]:
    """The answers that stand in exactly the same numbers, and so are told apart by no sum or difference of them."""
    shown = sorted(masks)
    by_place: dict[tuple[bool, ...], list[int]] = defaultdict(list)
    for i in range(n):
        by_place[tuple(bool(mask >> i & 1) for mask in shown)].append(i)
    return [members for place, members in by_place.items() if any(place)]


def test_an_answer_is_counted_in_its_county_and_for_each_expert_that_gave_advice(database: Database) -> None:
    with database.session() as session:
        case_id = make_done(session, experts=EXPERTS)
        answer(session, case_id)
        rows = session.scalars(select(QualityWaiting))
        assert sorted((row.series, row.key, row.area) for row in rows) == [
            ("county", "14", "nyrekrytering"),
            ("expert", "brå-rad", ""),
            ("expert", "tranemo-est", ""),
        ]


def test_the_fifth_answer_makes_a_group_and_leaves_none_waiting(database: Database) -> None:
    with database.session() as session:
        for town in (*TOWNS, *TOWNS[:2]):
            answer(session, make_done(session, town))
        groups = session.scalars(select(QualityGroup)).all()
        assert sorted((group.series, group.area, group.n) for group in groups) == [
            ("county", "nyrekrytering", 5),
            ("expert", "", 5),
        ]
        assert {(group.used_sum, group.used_squares, group.helped_sum, group.helped_squares) for group in groups} == {
            (5 * 2, 5 * 2**2, 5 * 4, 5 * 4**2)
        }
        assert session.scalars(select(QualityWaiting)).all() == []


def test_a_group_stands_when_a_case_of_it_is_erased_and_what_waits_goes_with_its_case(database: Database) -> None:
    with database.session() as session:
        cases = [make_done(session, town) for town in (*TOWNS, *TOWNS)]
        for case_id in cases:
            answer(session, case_id)
        agree(session)
        for case_id in cases:
            session.delete(session.get_one(Case, case_id))
        session.flush()
        figures = find_expert_figures(session, EXPERT)
        assert figures and figures.n == 5
        assert session.scalars(select(QualityWaiting)).all() == []


def test_answers_that_come_at_once_are_counted_once_each(database: Database) -> None:
    with database.session() as session:
        cases = [make_done(session, town) for town in (*TOWNS, *TOWNS, *TOWNS, *TOWNS)]

    def send(case_id: str) -> None:
        with database.session() as session:
            answer(session, case_id)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(send, cases))
    counted: Counter[str] = Counter()
    with database.reading() as session:
        for group in session.scalars(select(QualityGroup)):
            counted[group.series] += group.n
        for row in session.scalars(select(QualityWaiting)):
            counted[row.series] += 1
    assert counted == {"county": len(cases), "expert": len(cases)}


def test_a_consent_that_is_taken_back_hides_the_numbers(database: Database) -> None:
    with database.session() as session:
        for town in (*TOWNS, *TOWNS):
            answer(session, make_done(session, town))
        assert find_expert_figures(session, EXPERT) is None
        agree(session)
        assert find_expert_figures(session, EXPERT) is not None
        withdraw(session)
        assert find_expert_figures(session, EXPERT) is None
