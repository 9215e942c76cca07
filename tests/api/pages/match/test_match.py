"""A description goes in as text or a file; problems come out, to be adjusted and matched again, with nothing kept."""

import json
import re
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.pages.match.adjusted_problem import AdjustedProblem
from api.pages.match.problem_state import write_state
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


def units(html: str) -> list[list[int]]:
    """The positions of the units of each problem, in order."""
    return [problem["units"] for problem in json.loads(dict(fill_form(html, "/matcha"))["state"])["problems"]]


def buttons(html: str, name: str) -> list[str]:
    """What each button of that name sends."""
    found = [button.attributes for button in read_page(html).all("button")]
    return [button["value"] for button in found if button.get("name") == name]


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
    assert any(summary.text.startswith("Varför, evidens och krav ") for summary in page.all("summary"))


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
    assert titles(again)[0] in titles(answer)[:2]  # named anew, by all its units
    assert titles(again)[1:] == titles(answer)[2:]
    assert sorted(units(again)[0]) == sorted(units(answer)[0] + units(answer)[1])


def test_a_unit_that_was_not_taken_becomes_a_problem_of_its_own(client: TestClient, answer: str) -> None:
    taken = buttons(answer, "take")[0]
    again = post(client, [*fill_form(answer, "/matcha"), ("take", taken)]).text
    assert len(titles(again)) == len(titles(answer)) + 1
    assert [int(taken)] in units(again)
    assert "open" in read_page(again).by_id("ej-med").attributes


def test_a_unit_that_was_not_taken_becomes_part_of_a_problem(client: TestClient, answer: str) -> None:
    taken = buttons(answer, "take")[0]
    again = post(client, [*change(fill_form(answer, "/matcha"), "take-to", "2"), ("take", taken)]).text
    assert units(again)[1] == sorted([*units(answer)[1], int(taken)])


def test_units_are_split_off_to_several_new_problems_at_once(client: TestClient, answer: str) -> None:
    several = next(number for number, positions in enumerate(units(answer), 1) if len(positions) > 2)
    first, second, *rest = units(answer)[several - 1]
    fields = change(fill_form(answer, "/matcha"), f"to-{several}", "each")
    again = post(client, [*fields, ("pick", str(first)), ("pick", str(second))]).text
    assert {(first,), (second,), tuple(rest)} <= {tuple(positions) for positions in units(again)}


def test_what_is_ticked_and_sent_nowhere_stays_ticked(client: TestClient, answer: str) -> None:
    picked = str(units(answer)[0][0])
    again = post(client, [*fill_form(answer, "/matcha"), ("pick", picked)]).text
    assert ("pick", picked) in fill_form(again, "/matcha")


def test_a_cause_is_written_at_the_problem_masked_and_kept(client: TestClient, answer: str) -> None:
    fields = change(fill_form(answer, "/matcha"), "cause-1", "Ingen äger platsen. Ring 070-174 06 71.")
    again = post(client, fields).text
    assert read_page(again).of_class("own-cause")[0].text == "Ingen äger platsen. Ring [telefon]."
    assert "[telefon]" in dict(fill_form(again, "/matcha"))["cause-1"]


def test_the_buttons_that_match_again_stay_where_they_are(answer: str) -> None:
    found = [button.attributes.get("formaction", "") for button in read_page(answer).all("button")]
    assert {f"/matcha#problem-{n}" for n in range(1, len(titles(answer)) + 1)} <= set(found)


def test_a_change_is_undone_and_done_again(client: TestClient, answer: str) -> None:
    changed = post(client, change(change(fill_form(answer, "/matcha"), "merge-2", "1"), "title-3", "Torget")).text
    (undo,) = buttons(changed, "undo")
    undone = post(client, [*fill_form(changed, "/matcha"), ("undo", undo)]).text
    assert (titles(undone), units(undone)) == (titles(answer), units(answer))
    (redo,) = buttons(undone, "undo")
    again = post(client, [*fill_form(undone, "/matcha"), ("undo", redo)]).text
    assert titles(again) == titles(changed)


def test_what_was_typed_when_a_change_was_undone_comes_back_with_it(client: TestClient, answer: str) -> None:
    changed = post(client, change(fill_form(answer, "/matcha"), "merge-2", "1")).text
    (undo,) = buttons(changed, "undo")
    typed = change(fill_form(changed, "/matcha"), "cause-1", "Dålig sikt.")
    undone = post(client, [*typed, ("undo", undo)]).text
    (redo,) = buttons(undone, "undo")
    again = post(client, [*fill_form(undone, "/matcha"), ("undo", redo)]).text
    assert dict(fill_form(again, "/matcha"))["cause-1"].strip() == "Dålig sikt."


def test_there_is_nothing_to_undo_where_nothing_was_changed(client: TestClient, answer: str) -> None:
    for page in (answer, post(client, fill_form(answer, "/matcha")).text):
        assert buttons(page, "undo") == []


@pytest.mark.parametrize("state", ["", "inte json", "[]", "{}"])
def test_a_state_that_is_none_undoes_nothing(client: TestClient, answer: str, state: str) -> None:
    again = post(client, [*change(fill_form(answer, "/matcha"), "state", state), ("undo", state)]).text
    assert titles(again) == titles(answer)


def test_leaving_out_everything_says_so_and_can_be_undone(client: TestClient, answer: str) -> None:
    fields = [field for field in fill_form(answer, "/matcha") if not field[0].startswith("keep-")]
    again = post(client, fields).text
    assert titles(again) == []
    assert "Inget problem är kvar." in read_page(again).all("main")[0].text
    (before,) = buttons(again, "undo")
    undone = post(client, [*fill_form(again, "/matcha"), ("undo", before)]).text
    assert titles(undone) == titles(answer)


def test_a_tick_taken_away_stays_away(client: TestClient, answer: str) -> None:
    fields = fill_form(answer, "/matcha")
    (first, *_) = [field for field in fields if field[0] == "chosen"]
    again = fill_form(post(client, [field for field in fields if field != first]).text, "/matcha")
    assert first not in again
    assert ("shown", first[1]) in again


def test_a_text_that_was_looked_at_and_not_changed_keeps_its_problems(client: TestClient, answer: str) -> None:
    fields = change(fill_form(answer, "/matcha"), "title-1", "Bluffsamtal")
    form = fill_form(post(client, [*fields, ("edit", "text")]).text, "/matcha")
    assert titles(post(client, form).text)[0] == "Bluffsamtal"
    changed = change(form, "text", dict(form)["text"] + " Butikerna får besök av snattare.")
    assert "Bluffsamtal" not in titles(post(client, changed).text)


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


def test_one_day_is_told_as_a_day(client: TestClient) -> None:
    fields = {"text": FRAUD, "from": "2027-03-01", "to": "2027-03-01"}
    assert "och dagen 1 mars 2027." in client.post("/matcha", data=fields).text


def test_names_of_problems_and_areas_follow_the_language(client: TestClient) -> None:
    page = client.post("/matcha", data={"text": FRAUD}, headers={"accept-language": "en"}).text
    assert titles(page) == ["Fraud against older people"]
    again = post(client, fill_form(page, "/matcha")).text
    assert titles(again) == ["Bedrägeri mot äldre"]


def test_the_municipality_is_changed_where_the_match_is_shown(client: TestClient, answer: str) -> None:
    again = post(client, change(fill_form(answer, "/matcha"), "municipality", "Ale")).text
    assert "Experterna är valda för Ale" in again


def test_what_the_municipality_lacks_is_marked_at_what_requires_it(client: TestClient) -> None:
    page = read_page(
        client.post("/matcha", data={"text": FRAUD, "lacks": ["utbildad personal", "budget", "nonsens"]}).text
    )
    (marked, *_) = [item for item in page.all("li") if "Ni saknar:" in item.text]
    assert any("utbildad personal" in item.text for item in page.of_class("lack"))
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


def test_a_problem_tells_place_group_time_and_cause(client: TestClient) -> None:
    told = "Narkotika säljs öppet på torget på eftermiddagarna."
    text = f"{told} Försäljningen gynnas av att platsen saknar ansvarig ägare."
    page = read_page(client.post("/matcha", data={"text": text}).text)
    (torget,) = [part for part in page.all("section") if part.attributes.get("class") == "problem"]
    details = torget.text.split("Det här säger texten")[1]
    assert "torget" in details
    assert "på eftermiddagarna" in details
    assert "gynnas av att platsen saknar ansvarig ägare" in details


def test_positions_that_the_text_does_not_have_are_refused(client: TestClient) -> None:
    state = write_state([AdjustedProblem(positions=(99,))], FRAUD)
    found = client.post("/matcha", data={"text": FRAUD, "state": state})
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
        ({"text": "12 34 !?"}, "text", "Beskrivningen har inga ord", 422),
        ({"text": "\0\0\0 PK"}, "text", "Filformatet går inte att läsa", 415),
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
    assert "Betyget gäller Anmälda bedrägerier mot äldre" in answer
    assert "<li>exempel på hur andra har beskrivit samma sak talar starkt för</li>" in answer


def test_what_leaves_nobody_free_is_told_beside_the_problem(client: TestClient) -> None:
    fire = "Någon tänder eld på papperskorgar och containrar vid skolan."
    asked = {"text": fire, "municipality": "Kiruna", "language": "en", "meeting": "på plats"}
    page = read_page(client.post("/matcha", data=asked).text)
    told = page.of_class("filtered-out")
    assert told
    assert re.search(r"Era val lämnar ingen kvar av \d+ expert", told[0].text)
    assert {link.attributes["href"] for link in page.of_class("way-back")} == {"#hjalp"}


def uncertain(client: TestClient, answer: str) -> str:
    """The page of the example with its first problem uncertain."""
    fields = dict(fill_form(answer, "/matcha"))
    state = json.loads(fields["state"])
    state["problems"][0]["certainty"] = 0.4
    return post(client, [("text", fields["text"]), ("state", json.dumps(state))]).text


def test_an_uncertain_problem_is_asked_about_last_and_stays_out_of_the_plan(client: TestClient, answer: str) -> None:
    page = uncertain(client, answer)
    assert titles(page) == [*titles(answer)[1:], titles(answer)[0]]
    section = read_page(page).by_id("osakert")
    assert titles(answer)[0] in section.text
    plan = read_page(post(client, fill_form(page, "/matcha"), "/plan").text)
    assert [h.text for h in plan.all("h2") if h.text[0].isdigit()] == [
        f"{n}. {title}" for n, title in enumerate(titles(answer)[1:], 1)
    ]
    assert "1 osäkert problem är inte med." in plan.all("main")[0].text


def test_yes_makes_it_a_sure_problem_and_no_takes_it_away(client: TestClient, answer: str) -> None:
    page = uncertain(client, answer)
    (yes, *_), (no,) = buttons(page, "yes"), buttons(page, "no")
    sure = post(client, [*fill_form(page, "/matcha"), ("yes", yes)]).text
    assert [p["certainty"] for p in json.loads(dict(fill_form(sure, "/matcha"))["state"])["problems"]][-1] == 1.0
    assert buttons(sure, "yes") == []
    assert titles(post(client, [*fill_form(page, "/matcha"), ("no", no)]).text) == titles(answer)[1:]


def test_nothing_but_uncertain_problems_is_said_plainly_with_what_would_help(client: TestClient) -> None:
    state = write_state([AdjustedProblem(positions=(0,), certainty=0.4)], FRAUD)
    page = read_page(client.post("/matcha", data={"text": FRAUD, "state": state}).text)
    assert "Inget säkert problem hittades" in headings(page)
    assert "Vilket är problemet?" in page.all("main")[0].text
    assert [button for button in page.all("button") if button.attributes.get("formaction") == "/plan"] == []


def test_where_somebody_in_danger_can_turn_stands_before_the_summary(client: TestClient) -> None:
    page = read_page(client.post("/matcha", data={"text": f"{FRAUD} Min man slår mig och jag är rädd."}).text)
    assert len(page.of_class("urgent")) == 1
    assert headings(page)[0] == "Är någon i fara nu?"


def test_a_lagesbild_that_tells_of_violence_in_general_has_no_such_box(answer: str) -> None:
    assert read_page(answer).of_class("urgent") == []
