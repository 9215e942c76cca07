"""Plans are listed for their municipality, the last written first."""

from datetime import timedelta

from api.store.database import Database
from api.store.plans.list_plans import PAGE, Wanted, list_plans
from api.store.plans.open import find_row
from tests.api.store.plans.saved import save, save_new
from tests.fakes.moments import NOON


def _list(database: Database, wanted: Wanted, page: int = 1) -> tuple[int, list[str]]:
    with database.reading() as session:
        found = list_plans(session, wanted, page)
    return found.n, [plan.id for plan in found.plans]


def test_the_plans_of_a_municipality_or_a_county_stand_last_written_first(database: Database) -> None:
    here, there, elsewhere = (save_new(database, town=town) for town in ("1490", "1491", "0180"))
    save(database, here, 0, {"title": "Ny"}, now=NOON + timedelta(hours=1))
    assert _list(database, Wanted("1490")) == (1, [here])
    assert _list(database, Wanted("14")) == (2, [here, there])
    assert _list(database, Wanted(""))[0] == 3
    assert elsewhere not in _list(database, Wanted("14"))[1]


def test_every_word_must_stand_in_the_title(database: Database) -> None:
    plan_id, other = save_new(database), save_new(database)
    save(database, plan_id, 0, {"title": "Trygga torget 2027"})
    save(database, other, 0, {"title": "Skolan 2027"})
    assert _list(database, Wanted("1490", words="TORGET 2027")) == (1, [plan_id])


def test_advisors_see_what_is_shared_with_them(database: Database) -> None:
    plan_id, _ = save_new(database), save_new(database)
    with database.session() as session:
        find_row(session, plan_id).advisors = "read"
    assert _list(database, Wanted("14", for_advisors=True)) == (1, [plan_id])


def test_a_page_has_so_many(database: Database) -> None:
    for _ in range(PAGE + 1):
        save_new(database)
    n, first = _list(database, Wanted("1490"))
    assert (n, len(first), len(_list(database, Wanted("1490"), 2)[1])) == (PAGE + 1, PAGE, 1)
