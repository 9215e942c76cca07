"""What holds for every page holds for those of cases and of experts' own side too, whoever opens them."""

from collections.abc import Iterator, Sequence

import pytest
from fastapi.testclient import TestClient
from lxml.html import document_fromstring

from api.access.cookies import SIGN_IN_COOKIE
from kb.embedding.embedder import Embedder
from tests.api.case_service import publish_small, run_service
from tests.api.signed_in_pages import Reader, save_what_is_shown
from tests.fakes.moments import SetMoments
from tests.site.answer import Answer
from tests.site.links import check_links
from tests.site.page_checks import check_page
from tests.store import database_in, make_account, make_sign_in

Read = tuple[TestClient, Sequence[Answer]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[list[Read]]:
    """What each reader was answered, with the browser that it reads with."""
    folder = tmp_path_factory.mktemp("signed-in")
    snapshots = publish_small(folder / "snapshots", embedder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)
        with run_service(snapshots, folder / "state", SetMoments()) as service:
            pages = save_what_is_shown(database_in(service))
            readers = list(dict.fromkeys(reader for reader, _ in pages))
            yield [_read(service, reader, [path for of, path in pages if of == reader]) for reader in readers]


def _read(service: TestClient, reader: Reader | None, paths: Sequence[str]) -> Read:
    browser = TestClient(service.app, headers={"accept": "text/html"})
    if reader:
        address = f"{reader.role}-{reader.code}@example.se"
        scope = {"scope_kind": reader.kind, "scope_code": reader.code}
        account = make_account(database_in(service), address, reader.role, **scope)
        browser.cookies.set(SIGN_IN_COOKIE, make_sign_in(database_in(service), account))
    return browser, [_open(browser, path) for path in paths]


def _open(browser: TestClient, path: str) -> Answer:
    response = browser.get(path, follow_redirects=False)
    return Answer(
        method="GET",
        path=path,
        status=response.status_code,
        headers=dict(response.headers),
        body=response.content,
        html=document_fromstring(response.text),
    )


def test_every_page_answers(read: list[Read]) -> None:
    assert [(a.path, a.status) for _, answers in read for a in answers if a.status != 200] == []


def test_every_page_is_whole(read: list[Read]) -> None:
    assert [f"{a.path}: {fault}" for _, answers in read for a in answers for fault in check_page(a)] == []


def test_every_link_leads_somewhere(read: list[Read]) -> None:
    assert [fault for browser, answers in read for fault in check_links(browser, answers)] == []


def test_no_page_is_kept_by_anybody(read: list[Read]) -> None:
    kept = [a.path for _, answers in read for a in answers if "no-store" not in a.headers["cache-control"]]
    assert kept == []
