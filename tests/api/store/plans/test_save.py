"""Plans are saved field by field; what two people write at once is never lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from api.store.database import Database
from api.store.plans.errors import UnknownPlan, UnknownVersion
from api.store.plans.open import list_versions
from api.store.plans.save import restore_version
from kb.errors import EditRejected
from tests.api.store.plans.saved import ANNA, BO, read, save, save_new
from tests.fakes.moments import NOON
from tests.kb.plans.small_plan import PLAN
from tests.kb.plans.working.small_work import MEASURE, PROBLEM


def test_a_plan_is_the_same_after_it_is_saved(database: Database) -> None:
    opened = read(database, save_new(database))
    assert opened.plan.draft == PLAN
    assert opened.plan.written == {}
    assert (opened.version, opened.row.title) == (0, "Torget")


def test_a_save_is_a_version_with_who_and_when_and_what_changed(database: Database) -> None:
    plan_id = save_new(database)
    assert save(database, plan_id, 0, {"title": "Vår plan", f"{MEASURE}/cost": "25 000"}, BO).version == 1
    with database.reading() as session:
        version = list_versions(session, plan_id)[0]
    assert (version.number, version.by, version.at, version.n_edits) == (1, BO, NOON, 2)
    opened = read(database, plan_id)
    assert opened.plan.written == {"title": "Vår plan", f"{MEASURE}/cost": "25000"}
    assert (opened.row.title, opened.row.changed_by) == ("Vår plan", BO)


def test_a_save_that_changes_nothing_is_no_version(database: Database) -> None:
    plan_id = save_new(database)
    for _ in range(2):  # sent twice
        assert save(database, plan_id, 0, {"title": "Vår plan"}).version == 1


def test_the_second_who_saves_keeps_what_the_first_wrote(database: Database) -> None:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "Annas"}, ANNA)
    assert save(database, plan_id, 0, {"summary": "Bos"}, BO).conflicts == ()
    assert read(database, plan_id).plan.written == {"title": "Annas", "summary": "Bos"}


def test_a_field_that_both_wrote_is_told_with_both_texts_and_the_rest_is_saved(database: Database) -> None:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "Annas"}, ANNA)
    saved = save(database, plan_id, 0, {"title": "Bos", "summary": "Bos"}, BO)
    assert [(told.path, told.base, told.theirs, told.mine) for told in saved.conflicts] == [
        ("title", "", "Annas", "Bos")
    ]
    assert read(database, plan_id).plan.written == {"title": "Annas", "summary": "Bos"}
    assert save(database, plan_id, saved.version, {"title": "Bos"}, BO).conflicts == ()
    assert read(database, plan_id).plan.written["title"] == "Bos"


def test_every_version_can_be_read_and_restored(database: Database) -> None:
    plan_id = save_new(database)
    texts = ("Ett", "", "Tre")
    for base, text in enumerate(texts):
        save(database, plan_id, base, {"title": text, f"{PROBLEM}/note": f"anteckning {base}"})
    titles = [read(database, plan_id, number).plan.written.get("title", "") for number in range(4)]
    assert titles == ["", *texts]
    with database.session() as session:
        assert restore_version(session, plan_id, 1, ANNA, NOON) == 4
    assert read(database, plan_id).plan.written == read(database, plan_id, 1).plan.written


def test_nothing_is_saved_where_one_field_cannot_be(database: Database) -> None:
    plan_id = save_new(database)
    with pytest.raises(EditRejected):
        save(database, plan_id, 0, {"title": "Vår plan", f"{MEASURE}/cost": "mycket"})
    assert read(database, plan_id).version == 0


def test_what_is_not_there_is_told(database: Database) -> None:
    with pytest.raises(UnknownPlan):
        read(database, "0" * 32)
    with pytest.raises(UnknownVersion):
        save(database, save_new(database), 7, {"title": "x"})


def test_twenty_who_save_at_once_lose_nothing(database: Database) -> None:
    plan_id = save_new(database)
    paths = [f"{PROBLEM}/measures/own-{n:04}/title" for n in range(20)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda path: save(database, plan_id, 0, {path: "Egen"}), paths))
    opened = read(database, plan_id)
    assert opened.version == len(paths)
    assert sorted(opened.plan.written) == paths


def test_what_is_written_does_not_lie_readable_in_the_database(database: Database) -> None:
    plan_id = save_new(database)
    save(database, plan_id, 0, {"title": "HEMLIGT"})
    with database.engine.connect() as connection:
        for table in ("plans", "plan_drafts", "plan_fields", "plan_versions"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert rows
            assert "HEMLIGT" not in str(rows)
            assert "torget" not in str(rows).lower()
