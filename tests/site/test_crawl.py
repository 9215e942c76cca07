"""All pages are opened and every form is sent, and what they lead to and fetch is looked at."""

from collections.abc import Iterator

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from fastapi.testclient import TestClient
from starlette.requests import Request

from tests.site.answer import Answer
from tests.site.crawl import crawl
from tests.site.links import check_links
from tests.site.parts import check_part, fetch_part, weigh

router = APIRouter()
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>http://testserver/</loc></url><url><loc>http://testserver/sida/b</loc></url></urlset>"""
START = """<a href="/sida/b#finns">B</a><a href="/sida/b#saknas">B</a><a href="/borta">C</a><a href="#saknas">D</a>
<a href="https://elsewhere.example/">E</a><form action="/svar" method="post"><textarea name="text"></textarea>
<select name="ort"><option value="1">En<option value="2" selected>Två</select><input type="checkbox" name="ja">
<input type="checkbox" name="nej" checked><input type="hidden" name="id" value="7">
<button name="gor" value="x">A</button><button name="gor" value="y">B</button></form>"""


@router.get("/sitemap.xml")
def _sitemap() -> Response:
    return PlainTextResponse(SITEMAP, media_type="application/xml")


@router.get("/", response_class=HTMLResponse)
def _start() -> str:
    return START


@router.get("/sok", response_class=HTMLResponse)
def _search(q: str) -> str:
    return f"<p>{len(q)}"


@router.get("/sida/{slug}", response_class=HTMLResponse)
def _page(slug: str) -> str:
    return f'<h1 id="finns">{slug}</h1><form action="/svar" method="post"></form><link rel="stylesheet" href="/a.css">'


@router.get("/a.css")
def _css() -> Response:
    return Response("p {}" * 300, media_type="text/css")


@router.post("/svar", response_class=HTMLResponse)
async def _answer(request: Request) -> str:
    form = await request.form()
    given = " ".join(f"{name}={str(value)[:10]}" for name, value in sorted(form.multi_items()))
    return f"""<a href="#p">Hit</a><p id="p">{given}</p><form action="/svar" method="post"><button>Igen</button>
        <button type="button">Öppna</button><button formaction="/mer">Mer</button></form>
        <form action="/fil" method="post"><input type="file" name="fil" required><button>Sänd</button></form>"""


@router.post("/mer", response_class=HTMLResponse)
def _more() -> str:
    return "<p>slut"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    app = FastAPI()
    app.include_router(router)
    with TestClient(app) as client:
        yield client


@pytest.fixture(scope="module")
def answers(client: TestClient) -> list[Answer]:
    return list(crawl(client))


def test_pages_come_in_order_and_a_form_is_sent_once(answers: list[Answer]) -> None:
    assert [(a.method, a.path.partition("=")[0]) for a in answers] == [
        ("GET", "/"),
        ("POST", "/svar"),
        ("POST", "/mer"),
        ("GET", "/sida/b"),
        *[("GET", "/sok?q")] * 3,
    ]


def test_a_form_is_sent_as_it_stands_with_a_description(answers: list[Answer]) -> None:
    assert answers[1].html.get_element_by_id("p").text.startswith("gor=x id=7 nej=on ort=2 text=# ")


def test_links_that_lead_nowhere_are_told(client: TestClient, answers: list[Answer]) -> None:
    assert list(check_links(client, answers)) == [
        "/: /sida/b#saknas leads to no place in that page",
        "/: /borta answers 404",
        "/: /#saknas leads to no place in that page",
    ]


def test_parts_are_kept_closed_and_compressed(client: TestClient, answers: list[Answer]) -> None:
    (path,) = answers[3].parts()
    part = fetch_part(client, path)
    assert list(check_part(part)) == [
        "/a.css: cache-control is '', so that it is fetched again",
        "/a.css: x-content-type-options is not nosniff",
        "/a.css: not compressed",
    ]
    assert part.n_bytes == 4 * 300
    assert weigh([part]) == part.n_gzipped < 100


def test_a_part_that_is_missing_is_a_fault(client: TestClient) -> None:
    assert list(check_part(fetch_part(client, "/b.css"))) == ["/b.css: 404"]
