"""A description goes in as text or a file; problems come out, to be adjusted and matched again, with nothing kept."""

import re
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.api.pages.fill_form import Fields, change, fill_form
from tests.api.pages.read_page import Page, read_page
from tests.conftest import ROOT

FRAUD = "Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken."
ALVDALA = (ROOT / "docs" / "examples" / "lagesbild-alvdala.md").read_text(encoding="utf-8")


def post(client: TestClient, fields: Fields, path: str = "/matcha") -> Response:
    """The form sent as a browser without script sends it, a name as often as it stands there."""
    headers = {"content-type": "application/x-www-form-urlencoded"}
    return client.post(path, content=urlencode(fields), headers=headers)


@pytest.fixture(scope="module")
def answer(client: TestClient) -> str:
    """The page of the example, as HTML."""
    found = client.post("/matcha", data={"text": f"{ALVDALA}\nRing 070-174 06 71.", "municipality": "Borås"})
    assert found.status_code == 200
    return found.text


def headings(page: Page) -> list[str]:
    return [heading.text for heading in page.all("h2")]


def titles(html: str) -> list[str]:
    """The titles of the problems, in order."""
    fields = dict(fill_form(html, "/matcha"))
    return [fields[f"title-{n}"] for n in range(1, len(fields)) if f"title-{n}" in fields]


def passages(html: str, number: int) -> list[str]:
    """The names of the fields of the passages of a problem."""
    return [name for name, value in fill_form(html, "/matcha") if name.startswith("passage-") and value == str(number)]


def test_the_form_offers_every_municipality(client: TestClient) -> None:
    page = read_page(client.get("/matcha").text)
    names = [option.attributes["value"] for option in page.all("option")]
    assert len([name for name in names if name in {"Borås", "Älvdalen", "Ale"}]) == 3
    assert len(names) >= 290


def test_the_form_says_what_an_empty_period_means(client: TestClient) -> None:
    assert "Tomt betyder i dag, 22 november 2026." in read_page(client.get("/matcha").text).by_id("from-hint").text


@pytest.mark.parametrize("path", ["/matcha", "/plan/jamfor"])
def test_a_form_is_kept_nowhere(client: TestClient, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/matcha", "/plan"])
@pytest.mark.parametrize("text", [FRAUD, " "])
def test_an_answer_to_a_description_is_kept_nowhere(client: TestClient, path: str, text: str) -> None:
    assert client.post(path, data={"text": text}).headers["cache-control"] == "no-store"


def test_a_match_shows_methods_beside_experts_with_reasons(client: TestClient) -> None:
    page = read_page(client.post("/matcha", data={"text": FRAUD, "municipality": "Borås"}).text)
    assert {"Metoder som passar", "Experter som kan hjälpa"} <= {heading.text for heading in page.all("h3")}
    assert "/vagledning/bedragerier-mot-aldre" in list(page.links())
    assert any(summary.text.startswith("Varför? ") for summary in page.all("summary"))


@pytest.mark.parametrize(
    ("language", "told"), [("sv", "perioden 1–14 mars 2027."), ("en", "period 1\u2009–\u200914 March 2027.")]
)
def test_the_period_is_told_as_people_write_it(client: TestClient, language: str, told: str) -> None:
    fields = {"text": FRAUD, "from": "2027-03-01", "to": "2027-03-14"}
    page = read_page(client.post("/matcha", data=fields, headers={"accept-language": language}).text)
    assert any(item.text.endswith(told) for item in page.all("li"))


def test_masked_data_is_told_by_kind_and_number(answer: str) -> None:
    assert "telefon (1)" in read_page(answer).all("main")[0].text
    assert "070-174" not in answer


def test_the_statutes_parts_are_found_with_their_passages(answer: str) -> None:
    page = read_page(answer)
    (part,) = [detail for detail in page.all("details") if "Analys av orsakerna" in detail.text]
    assert "Finns" in part.text
    assert "saknar ansvarig ägare" in part.text


def test_a_part_that_is_missing_is_asked_for(client: TestClient) -> None:
    page = read_page(client.post("/matcha", data={"text": FRAUD}).text)
    assert "Vad tror ni att problemen beror på?" in page.all("main")[0].text


def test_the_contents_lead_to_each_problem(answer: str) -> None:
    page = read_page(answer)
    for number in range(1, len(titles(answer)) + 1):
        assert f"#problem-{number}" in list(page.links())
        assert page.by_id(f"problem-{number}").tag == "section"


def test_the_team_and_those_who_may_not_be_asked_are_told(answer: str) -> None:
    page = read_page(answer)
    assert "Lag för hela lägesbilden" in headings(page)
    assert "Arbetar inte i kommunens län" in {cell.text for cell in page.all("td")}


def test_an_untouched_page_sent_again_is_the_same(client: TestClient, answer: str) -> None:
    assert titles(post(client, fill_form(answer, "/matcha")).text) == titles(answer)


def test_the_masks_are_still_told_when_the_masked_text_comes_back(client: TestClient, answer: str) -> None:
    again = post(client, fill_form(answer, "/matcha")).text
    assert "telefon (1)" in read_page(again).all("main")[0].text


def test_a_problem_gets_a_new_title(client: TestClient, answer: str) -> None:
    again = post(client, change(fill_form(answer, "/matcha"), "title-1", "Bluffsamtal till äldre")).text
    assert titles(again) == ["Bluffsamtal till äldre", *titles(answer)[1:]]
    assert "Bluffsamtal till äldre" in headings(read_page(again))


def test_a_problem_is_left_out(client: TestClient, answer: str) -> None:
    again = post(client, change(fill_form(answer, "/matcha"), "keep-1", None)).text
    assert titles(again) == titles(answer)[1:]


def test_two_problems_become_one(client: TestClient, answer: str) -> None:
    again = post(client, change(fill_form(answer, "/matcha"), "merge-2", "1")).text
    assert titles(again) == [titles(answer)[0], *titles(answer)[2:]]
    assert sorted(passages(again, 1)) == sorted(passages(answer, 1) + passages(answer, 2))


def test_a_passage_becomes_a_problem_of_its_own(client: TestClient, answer: str) -> None:
    (name, *_) = [field for field, value in fill_form(answer, "/matcha") if field.startswith("passage-") and not value]
    again = post(client, change(fill_form(answer, "/matcha"), name, "new")).text
    assert len(titles(again)) == len(titles(answer)) + 1
    assert passages(again, len(titles(again))) == [name]


def test_a_change_is_undone_and_done_again(client: TestClient, answer: str) -> None:
    changed = post(client, change(change(fill_form(answer, "/matcha"), "merge-2", "1"), "title-3", "Torget")).text
    (undo,) = [button for button in read_page(changed).all("button") if button.attributes.get("name") == "undo"]
    undone = post(client, [*fill_form(changed, "/matcha"), ("undo", undo.attributes["value"])]).text
    assert titles(undone) == titles(answer)
    assert [passages(undone, n) for n in (1, 2)] == [passages(answer, n) for n in (1, 2)]
    (redo,) = [button for button in read_page(undone).all("button") if button.attributes.get("name") == "undo"]
    again = post(client, [*fill_form(undone, "/matcha"), ("undo", redo.attributes["value"])]).text
    assert titles(again) == titles(changed)


def test_there_is_nothing_to_undo_where_nothing_was_changed(client: TestClient, answer: str) -> None:
    for page in (answer, post(client, fill_form(answer, "/matcha")).text):
        assert [button for button in read_page(page).all("button") if button.attributes.get("name") == "undo"] == []


@pytest.mark.parametrize("state", ["", "inte json", "[]", "{}", '[["Torget", ["ett"]]]', "[[1, [1]]]"])
def test_a_state_that_is_none_undoes_nothing(client: TestClient, answer: str, state: str) -> None:
    again = post(client, [*change(fill_form(answer, "/matcha"), "state", state), ("undo", state)]).text
    assert titles(again) == titles(answer)


def test_leaving_out_everything_gives_what_was_found_and_says_so(client: TestClient, answer: str) -> None:
    fields = [field for field in fill_form(answer, "/matcha") if not field[0].startswith("keep-")]
    again = post(client, fields).text
    assert titles(again) == titles(answer)
    assert "Inget problem var kvar." in read_page(again).all("main")[0].text


def test_a_tick_taken_away_stays_away(client: TestClient, answer: str) -> None:
    fields = fill_form(answer, "/matcha")
    (first, *_) = [field for field in fields if field[0] == "chosen"]
    again = fill_form(post(client, [field for field in fields if field != first]).text, "/matcha")
    assert first not in again
    assert ("shown", first[1]) in again


def test_the_text_can_be_edited_further(client: TestClient, answer: str) -> None:
    page = read_page(post(client, [*fill_form(answer, "/matcha"), ("edit", "text")]).text)
    assert "Ring [telefon]." in page.by_id("text").text
    assert page.by_id("municipality").attributes["value"] == "Borås"
    assert [element for element in page.elements if element.attributes.get("role") == "alert"] == []


def test_a_fault_beside_adjusted_problems_keeps_them(client: TestClient, answer: str) -> None:
    fields = change(change(fill_form(answer, "/matcha"), "title-1", "Bluffsamtal"), "municipality", "Ankeborg")
    found = post(client, fields)
    assert found.status_code == 422
    assert "Kommunen finns inte" in read_page(found.text).by_id("municipality-fault").text
    assert titles(found.text)[0] == "Bluffsamtal"


def test_the_municipality_is_changed_where_the_match_is_shown(client: TestClient, answer: str) -> None:
    again = post(client, change(fill_form(answer, "/matcha"), "municipality", "Ale")).text
    assert "Experterna är valda för Ale" in again


def test_what_the_municipality_lacks_is_marked_at_what_requires_it(client: TestClient) -> None:
    page = read_page(
        client.post("/matcha", data={"text": FRAUD, "lacks": ["utbildad personal", "budget", "nonsens"]}).text
    )
    (marked, *_) = [item for item in page.all("li") if "Ni saknar:" in item.text]
    assert "utbildad personal" in marked.text
    boxes = [box.attributes for box in page.all("input") if box.attributes.get("name") == "lacks"]
    assert [box["value"] for box in boxes if "checked" in box] == ["budget", "utbildad personal"]


def test_a_method_tells_which_outcome_is_rated_and_what_speaks_for_it(client: TestClient) -> None:
    page = read_page(client.post("/matcha", data={"text": FRAUD}).text)
    (method, *_) = [article for article in page.all("article") if article.attributes.get("data-kind") == "method"]
    assert "Betyget gäller" in method.text
    assert "Det som talar för" in method.text
    assert "Krav" in method.text


def test_experts_who_cannot_meet_or_speak_so_are_left_out(client: TestClient, answer: str) -> None:
    fields = change(change(fill_form(answer, "/matcha"), "meeting", "på plats"), "language", "en")
    page = read_page(post(client, fields).text)
    told = {cell.text for cell in page.all("td")}
    assert {"Möts inte på det sättet", "Ger inte stöd på det språket"} <= told
    chosen = [option.text for option in page.all("option") if "selected" in option.attributes]
    assert {"På plats", "Engelska"} <= set(chosen)


def test_a_problem_tells_place_group_time_and_cause(answer: str) -> None:
    problems = [part for part in read_page(answer).all("section") if part.attributes.get("class") == "problem"]
    (torget,) = [problem for problem in problems if "Narkotika säljs öppet" in problem.text]
    assert "på eftermiddagarna" in torget.text
    assert "gynnas av att platsen saknar ansvarig ägare" in torget.text


def test_positions_that_the_text_does_not_have_are_refused(client: TestClient) -> None:
    fields = {"text": FRAUD, "title-1": "Påhittat", "keep-1": "on", "passage-99": "1"}
    found = client.post("/matcha", data=fields)
    assert found.status_code == 422
    assert "De ändrade problemen hör inte ihop med texten" in found.text


def test_a_file_is_read(client: TestClient) -> None:
    files = {"file": ("lägesbild.md", ALVDALA.encode(), "text/markdown")}
    assert titles(client.post("/matcha", files=files).text) == titles(
        client.post("/matcha", data={"text": ALVDALA}).text
    )


@pytest.mark.parametrize(
    ("name", "raw", "status", "words"),
    [
        ("bild.png", b"\x89PNG\r\n\x1a\n" + bytes(64), 415, "Filformatet går inte att läsa"),
        ("tom.pdf", b"ingen pdf", 422, "Filen är skadad eller avbruten"),
        ("lang.txt", b"x" * 200_001, 413, "Filen är för stor"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_at_its_field(
    client: TestClient, name: str, raw: bytes, status: int, words: str
) -> None:
    found = client.post("/matcha", data={"municipality": "Borås"}, files={"file": (name, raw)})
    assert found.status_code == status
    page = read_page(found.text)
    assert words in page.by_id("file-fault").text
    assert "Välj filen igen" in page.all("main")[0].text
    assert page.by_id("municipality").attributes["value"] == "Borås"


def test_everything_that_is_wrong_is_told_at_once_and_nothing_typed_is_lost(client: TestClient) -> None:
    typed = {"text": " ", "municipality": "Boras kommunn", "from": "2027-03-02", "to": "2027-03-01"}
    found = client.post("/matcha", data=typed)
    assert found.status_code == 422
    page = read_page(found.text)
    (summary,) = [element for element in page.elements if element.attributes.get("role") == "alert"]
    assert [link for link in page.links() if link in ("#text", "#municipality", "#to")] == [
        "#text",
        "#municipality",
        "#to",
    ]
    assert "autofocus" in summary.attributes
    assert "Menade ni: Borås" in page.by_id("municipality-fault").text
    assert "Perioden slutar innan den börjar" in page.by_id("to-fault").text
    kept = {name: page.by_id(name).attributes["value"] for name in ("municipality", "from", "to")}
    assert kept == {name: typed[name] for name in kept}
    assert page.all("title")[0].text.startswith("Det här behöver rättas")


@pytest.mark.parametrize(
    ("typed", "field", "words", "status"),
    [
        ({"text": ""}, "text", "Skriv en text eller välj en fil", 422),
        ({"text": "\0\0\0 PK"}, "text", "Beskrivningen går inte att läsa", 422),
        ({"text": "x" * 200_001}, "text", "Texten är för lång", 413),
        ({"text": FRAUD, "from": "i mars"}, "from", "Skriv dagen som 2027-03-31", 422),
        ({"text": FRAUD, "to": "2026-11-21"}, "to", "Perioden slutar innan den börjar", 422),
        ({"text": FRAUD, "municipality": FRAUD * 10}, "municipality", "Kommunen finns inte", 422),
    ],
)
def test_a_fault_is_told_at_its_field(
    client: TestClient, typed: dict[str, str], field: str, words: str, status: int
) -> None:
    found = client.post("/matcha", data=typed)
    assert found.status_code == status
    page = read_page(found.text)
    assert words in page.by_id(f"{field}-fault").text
    assert page.by_id(field).attributes["aria-invalid"] == "true"
    shown = typed["text"].replace("\0", "\ufffd")  # as HTML has it
    assert page.by_id("text").text.removeprefix("\n") == shown


def test_a_method_that_is_advised_against_is_shown_with_a_warning(client: TestClient) -> None:
    text = "Vi vill skrämma unga från brott genom besök i fängelse där de får möta interner."
    page = read_page(client.post("/matcha", data={"text": text}).text)
    (warned,) = [article for article in page.all("article") if article.attributes.get("data-kind") == "avoid"]
    assert "Avråds." in warned.text
    assert "Ta med i planen" not in warned.text


def test_the_text_is_in_no_address_and_no_title(client: TestClient, answer: str) -> None:
    page = read_page(answer)
    assert "Älvdala" not in page.all("title")[0].text
    assert [link for link in page.links() if "resecentrum" in link] == []


def test_a_method_tells_the_outcome_that_its_rating_is_of_and_what_counted(answer: str) -> None:
    assert 'Betyget gäller <span lang="sv">Anmälda bedrägerier mot äldre</span>' in answer
    assert "<li>betydelsen i rubriken talar starkt för</li>" in answer


def test_what_leaves_nobody_free_is_told_beside_the_problem(client: TestClient) -> None:
    fire = "Någon tänder eld på papperskorgar och containrar vid skolan."
    asked = {"text": fire, "municipality": "Kiruna", "language": "en", "meeting": "på plats"}
    page = read_page(client.post("/matcha", data=asked).text)
    told = page.of_class("filtered-out")
    assert told
    assert re.search(r"Era val lämnar ingen kvar av \d+ expert", told[0].text)
    assert {link.attributes["href"] for link in page.of_class("way-back")} == {"#hjalp"}
