"""The draft plan: a page to read, files to take home, the same problems and choices as on the page before."""

import zipfile
from io import BytesIO
from typing import get_args

import pytest
from fastapi.testclient import TestClient

from api.languages import Language, load_strings
from kb.plans.labels import ENGLISH, LABELS
from kb.plans.saved_plan import read_plan
from kb.search.searcher import Searcher
from tests.api.pages.fill_form import Fields, change, fill_form
from tests.api.pages.match.test_match import ALVDALA, post
from tests.api.pages.read_page import read_page

SHARED = {
    "place": "told_place",
    "group": "told_group",
    "time": "told_time",
    "advised_against": "advised_against",
    "outcome": "outcome",
    "evidence": "evidence",
    "run_by": "run_by",
    "cost": "cost",
    "sources": "sources",
    "free": "free",
    "demo": "demo_mark",
    "way_in": "way_in",
}
"""Label of a plan -> key of the same in the strings of the other pages."""
FRAUD = "Bedrägeri mot äldre"


@pytest.fixture(scope="module")
def asked(client: TestClient) -> Fields:
    """The form of the match of the example, untouched."""
    data = {"text": f"{ALVDALA}\nRing 070-174 06 71.", "municipality": "Borås"}
    return fill_form(client.post("/matcha", data=data).text, "/matcha")


@pytest.fixture(scope="module")
def page(client: TestClient, asked: Fields) -> str:
    """The page of its plan, as HTML."""
    found = post(client, asked, "/plan")
    assert found.status_code == 200
    return found.text


def test_the_plan_says_what_it_rests_on(page: str, searcher: Searcher) -> None:
    told = read_page(page).all("article")[0].text
    assert "Borås" in told
    assert searcher.snapshot.manifest.id in told
    assert "2027-11-22 (6 § lag 2023:196)" in told


def test_a_measure_has_evidence_requirement_indicators_and_sources(page: str) -> None:
    (measure,) = [s for s in read_page(page).all("section") if s.text.lstrip().startswith("Förebygga bedrägerier")]
    for words in ("Evidens:", "Kräver", "Att följa upp", "Källor:", "Ansvarig och tid"):
        assert words in measure.text


def test_a_cause_that_is_missing_is_asked_for(page: str) -> None:
    assert "Orsaken är inte beskriven. Frågor att börja med:" in page


def test_what_was_masked_stays_masked(page: str) -> None:
    assert "070-174" not in page


def test_what_is_not_ticked_is_not_in_the_plan(client: TestClient, asked: Fields) -> None:
    number = next(int(name.removeprefix("title-")) for name, value in asked if value == FRAUD)
    fields = [field for field in asked if field != ("chosen", f"{number}:bedragerier-mot-aldre")]
    assert len(fields) == len(asked) - 1
    plan = read_plan(post(client, [*fields, ("form", "json")], "/plan").content)
    whole = read_plan(post(client, [*asked, ("form", "json")], "/plan").content)
    assert "bedragerier-mot-aldre" in [m.slug for m in whole.problems[number - 1].measures]
    assert "bedragerier-mot-aldre" not in [m.slug for m in plan.problems[number - 1].measures]
    assert plan.problems[: number - 1] == whole.problems[: number - 1]


def test_the_problems_are_those_of_the_page_before(client: TestClient, asked: Fields) -> None:
    fields = change(change(asked, "title-2", "Torget och skolorna"), "merge-3", "2")
    titles = [heading.text for heading in read_page(post(client, fields, "/plan").text).all("h2")]
    assert "2. Torget och skolorna" in titles
    assert [title for title in titles if title.startswith("4.")] == []


@pytest.mark.parametrize(
    ("form", "name", "media_type"),
    [
        (
            "docx",
            "atgardsplan-2026-11-22.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("pdf", "atgardsplan-2026-11-22.pdf", "application/pdf"),
        (
            "xlsx",
            "atgardsplan-2026-11-22.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("markdown", "atgardsplan-2026-11-22.md", "text/markdown; charset=utf-8"),
        ("json", "atgardsplan-2026-11-22.json", "application/json"),
    ],
)
def test_the_plan_is_taken_home_as_a_file(client: TestClient, page: str, form: str, name: str, media_type: str) -> None:
    answer = post(client, [*fill_form(page, "/plan"), ("form", form)], "/plan")
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["content-type"] == media_type
    assert answer.headers["cache-control"] == "no-store"


def test_the_files_hold_what_the_page_shows(client: TestClient, page: str) -> None:
    fields = fill_form(page, "/plan")
    plan = read_plan(post(client, [*fields, ("form", "json")], "/plan").content)
    markdown = post(client, [*fields, ("form", "markdown")], "/plan").text
    word = zipfile.ZipFile(BytesIO(post(client, [*fields, ("form", "docx")], "/plan").content)).read(
        "word/document.xml"
    )
    for number, problem in enumerate(plan.problems, 1):
        assert f"{number}. {problem.title}" in page
        assert f"## {number}. {problem.title}" in markdown
        assert f"{number}. {problem.title}" in word.decode()


def test_a_template_that_cannot_be_used_is_told_at_its_field(client: TestClient, page: str) -> None:
    fields = dict([*fill_form(page, "/plan"), ("form", "docx")])
    answer = client.post("/plan", data=fields, files={"template": ("mall.docx", b"Hej")})
    assert answer.status_code == 422
    assert "Mallen går inte att använda" in read_page(answer.text).by_id("template-fault").text


def test_the_file_is_in_the_language_that_is_chosen(client: TestClient, page: str) -> None:
    fields = change(fill_form(page, "/plan"), "file_language", "en")
    assert post(client, [*fields, ("form", "markdown")], "/plan").text.startswith("# Draft action plan")


def test_the_day_of_follow_up_is_chosen(client: TestClient, page: str) -> None:
    fields = change(fill_form(page, "/plan"), "follow_up", "2028-03-01")
    assert "2028-03-01 (6 § lag 2023:196)" in post(client, fields, "/plan").text


@pytest.mark.parametrize(
    ("day", "words"), [("2028-11-23", "Uppföljningen ligger fel i tiden"), ("i vår", "Skriv dagen som 2027-03-31")]
)
def test_a_follow_up_that_cannot_be_is_told_at_its_field(client: TestClient, page: str, day: str, words: str) -> None:
    answer = post(client, [*change(fill_form(page, "/plan"), "follow_up", day), ("form", "docx")], "/plan")
    assert answer.status_code == 422
    assert words in read_page(answer.text).by_id("follow_up-fault").text


def test_the_way_back_leads_to_the_same_problems_and_ticks(client: TestClient, asked: Fields) -> None:
    (first, *_) = [field for field in asked if field[0] == "chosen"]
    fields = change([field for field in asked if field != first], "title-1", "Bluffsamtal")
    plan = post(client, fields, "/plan").text
    back = fill_form(post(client, fill_form(plan, "/plan"), "/matcha").text, "/matcha")
    assert ("title-1", "Bluffsamtal") in back
    assert first not in back


def test_the_address_of_a_plan_leads_to_the_form_and_says_why(client: TestClient) -> None:
    answer = client.get("/plan")
    assert answer.url.path == "/matcha"
    assert "har ingen egen adress" in read_page(answer.text).all("main")[0].text


def test_a_cause_that_was_written_stands_in_the_plan_and_nothing_is_lost_on_the_way_back(
    client: TestClient, asked: Fields
) -> None:
    plan = post(client, change(asked, "cause-1", "Ingen äger platsen."), "/plan").text
    assert "Ingen äger platsen." in [quote.text.strip() for quote in read_page(plan).all("blockquote")]
    dated = change(fill_form(plan, "/plan"), "follow_up", "2028-03-01")
    back = fill_form(post(client, dated, "/matcha").text, "/matcha")
    assert dict(back)["cause-1"].strip() == "Ingen äger platsen."
    assert ("follow_up", "2028-03-01") in back


def test_a_plan_without_a_text_is_the_form_with_what_is_wrong(client: TestClient) -> None:
    answer = client.post("/plan", data={"text": ""})
    assert answer.status_code == 422
    assert "Skriv en text eller välj en fil" in read_page(answer.text).by_id("text-fault").text


@pytest.mark.parametrize("language", get_args(Language))
def test_a_plan_and_the_other_pages_have_one_word_for_one_thing(language: Language) -> None:
    labels, strings = LABELS[language], load_strings(language)
    assert {name: getattr(labels, name) for name in SHARED} == {name: strings[key] for name, key in SHARED.items()}


def test_the_page_has_its_labels_in_the_language_of_the_reader(client: TestClient, asked: Fields) -> None:
    page = client.post("/plan", data=dict(asked), headers={"accept-language": "en"}).text
    assert f"{ENGLISH.plan}, " in page
    assert ENGLISH.no_cause in page
    assert "Fylls i av kommunen." not in page
    assert "Fraud against older people" in page
