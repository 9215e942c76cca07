"""Use: counted by what was asked, told to editors and to who has a widget's key."""

from fastapi.testclient import TestClient

from api.accounts.keys import create_key
from api.store.database import Database
from tests.fakes.moments import NOON

USE = "/nationellt/anvandning"
API = {"accept": "application/json"}


def _write(service: TestClient) -> None:
    service.app.state.use.write(NOON.date())  # type: ignore[attr-defined]  # it is an app of FastAPI


def test_what_is_read_and_searched_is_told_by_month(service: TestClient, editor: TestClient) -> None:
    for _ in range(6):
        service.get("/vagledning/sspf")
        service.get("/sok?q=nyrekrytering")
        service.get("/v1/search?q=nyrekrytering")
    service.get("/v1/search?q=nyrekrytering&first=1")  # more of the same search
    _write(service)
    told = editor.get("/v1/national/use", headers=API).json()
    assert told["month"] == "2026-11-01"
    assert told["searches"] == 6 + 6
    assert told["read"] == {"shown": {"sspf": 6}, "others": None}
    assert "sspf" in editor.get(USE).text


def test_few_are_told_as_few(service: TestClient, editor: TestClient) -> None:
    for _ in range(4):
        service.get("/vagledning/sspf")
        service.get("/v1/search?q=nyrekrytering")
    _write(service)
    told = editor.get("/v1/national/use", headers=API).json()
    assert (told["searches"], told["read"]) == (None, {"shown": {}, "others": None})
    assert "färre än fem" in editor.get(f"{USE}?manad=2026-11").text


def test_a_month_that_is_none_is_an_empty_one(editor: TestClient) -> None:
    assert "Inget är räknat den tiden." in editor.get(f"{USE}?manad=2019-01").text
    assert editor.get(f"{USE}?manad=x").status_code == 200


def test_advisors_of_a_county_do_not_see_it_those_of_the_country_do(bra: TestClient, rut: TestClient) -> None:
    assert bra.get(USE).status_code == 200
    assert rut.get(USE).status_code == 403


def test_a_widgets_key_tells_of_its_own_use(service: TestClient) -> None:
    database: Database = service.app.state.database  # type: ignore[attr-defined]  # it is an app of FastAPI
    _, shown = create_key(database, "Intranätet", "widget", "https://intranet.example.se", NOON)
    page = {"origin": "https://intranet.example.se"}
    for _ in range(5):
        assert service.get(f"/v1/search?q=nyrekrytering&key={shown}", headers=page).status_code == 200
    service.get("/v1/search?q=nyrekrytering")  # of nobody's widget
    _write(service)
    assert service.get(f"/v1/use?key={shown}", headers=API).json() == [
        {"month": "2026-11-01", "searches": 5, "unanswered": None}
    ]
    assert service.get("/v1/use?key=gissad", headers=API).status_code == 403
    assert service.get("/v1/use", headers=API).status_code == 403


def test_neither_words_nor_who_asked_are_kept(service: TestClient, editor: TestClient) -> None:
    editor.get("/sok?q=epadunkaren")
    _write(service)
    database: Database = service.app.state.database  # type: ignore[attr-defined]  # it is an app of FastAPI
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM use_counts").all()
    assert [tuple(map(str, row)) for row in rows if row.kind == "search"] == [
        ("2026-11-22", "0", "", "search", "", "1")
    ]
    assert "epadunkaren" not in str(rows)
