"""A case is weighed by its advisor, within what an allocation takes."""

import pytest

from api.store.cases.desk.weigh import weigh_case
from api.store.cases.errors import CaseRejected
from api.store.database import Database
from tests.api.store.cases.made import ASKER, list_done, make_case, read_case
from tests.fakes.moments import NOON


def test_what_is_weighed_is_kept_and_told_once(database: Database) -> None:
    case_id = make_case(database)
    with database.session() as session:
        for _ in range(2):
            weigh_case(session, case_id, priority=3, hours=12.5, floor=0.4, by=ASKER, now=NOON)
    case = read_case(database, case_id)
    assert (case.priority, case.hours, case.floor) == (3, 12.5, 0.4)
    assert list_done(database, case_id) == ["changed", "created"]


def test_every_weight_out_of_its_range_is_told(database: Database) -> None:
    case_id = make_case(database)
    with database.session() as session, pytest.raises(CaseRejected) as told:
        weigh_case(session, case_id, priority=4, hours=0, floor=1.1, by=ASKER, now=NOON)
    assert [line.partition(":")[0] for line in str(told.value).splitlines()] == ["priority", "hours", "floor"]
