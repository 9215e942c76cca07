"""Nothing is stored of who uses the service without an account; how often it is used is counted, of nobody."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from api.store.database import Database
from api.store.tables import TABLES
from tests.api.conftest import make_app
from tests.builders import TODAY
from tests.store import database_in

DESCRIPTION = "Det klottras på skolans fasad varje vecka, och elever i årskurs 8 säljer cannabis på skolgården."
PAGES = (
    "/",
    "/sok?q=klotter",
    "/matcha",
    "/experter",
    "/metoder",
    "/evidenskarta",
    "/om",
    "/integritet",
    "/v1/search?q=x",
)


@pytest.fixture
def service(snapshots: Path, tmp_path: Path) -> TestClient:
    return TestClient(make_app(snapshots, state=tmp_path / "state"), headers={"accept": "text/html"})


def _read_all(database: Database) -> dict[str, int]:
    with database.reading() as session:
        return {
            table.__tablename__: len(session.execute(text(f"SELECT * FROM {table.__tablename__}")).all())
            for table in TABLES
        }


def test_a_visitor_leaves_nothing_in_the_database_and_gets_no_cookie(service: TestClient) -> None:
    with service:
        for page in PAGES:
            assert service.get(page).status_code == 200
        for action in ("/matcha", "/plan"):
            assert service.post(action, data={"text": DESCRIPTION}).status_code == 200
        assert service.post("/v1/match", json={"text": DESCRIPTION}).status_code == 200
        assert dict(service.cookies) == {}
        assert set(_read_all(database_in(service)).values()) == {0}


def test_what_is_counted_of_visitors_tells_of_none_of_them(service: TestClient) -> None:
    with service:
        for page in PAGES:
            service.get(page)
        service.post("/matcha", data={"text": DESCRIPTION})
        database = database_in(service)
        service.app.state.use.write(TODAY)  # type: ignore[attr-defined]  # it is an app of FastAPI
        assert {name for name, n in _read_all(database).items() if n} == {"use_counts"}
        with database.reading() as session:
            rows = session.execute(text("SELECT * FROM use_counts")).all()
        assert {(row.kind, row.key, row.what) for row in rows} >= {("search", "", ""), ("match", "", "")}
        assert "klotter" not in {row.what for row in rows if row.kind == "search"}


def test_a_visitor_is_served_where_there_is_no_database_at_all(snapshots: Path) -> None:
    app = make_app(snapshots, database_url="postgresql://kb:secret@127.0.0.1:1/none")
    with TestClient(app, headers={"accept": "text/html"}) as service:
        assert {page: service.get(page).status_code for page in PAGES} == dict.fromkeys(PAGES, 200)
        answer = service.get("/logga-in")
        assert answer.status_code == 503
        assert "secret" not in answer.text
