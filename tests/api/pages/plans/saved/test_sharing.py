"""A plan is shared by links and with advisors; nobody else gets at it."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from tests.api.pages.fill_form import fill_form
from tests.api.pages.plans.saved.conftest import SignIn
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.fakes.moments import SetMoments

PAGES = ("", "/versioner", "/kommentarer", "/uppfoljning", "/plan.json", "/versioner/0")
OF_OWNERS = ("/dela", "/anta", "/radera")


def share(anna: TestClient, here: str, **typed: str) -> str:
    """The path of a new link."""
    answer = send(anna, f"{here}/dela", f"{here}/dela", typed)
    address: str = read_page(answer.text).by_id("new-link").attributes["value"]
    return address.removeprefix("http://testserver")


def test_a_link_to_read_opens_the_plan_to_read_and_comment(anna: TestClient, browse: SignIn, here: str) -> None:
    path = share(anna, here, used_for="read", name="Skolan", days="7")
    guest = browse()
    answer = guest.get(path, follow_redirects=False)
    assert answer.headers["location"] == here
    assert "delad" not in guest.get(here).url.path
    assert [guest.get(here + page).status_code for page in PAGES] == [200] * len(PAGES)
    assert [guest.get(here + page).status_code for page in OF_OWNERS] == [403] * len(OF_OWNERS)
    assert "Spara</button>" not in guest.get(here).text
    comments = f"{here}/kommentarer"
    assert send(guest, comments, comments, {"text": "Vi kan ta skolan."}).status_code == 303
    shown = anna.get(comments).text
    assert "Vi kan ta skolan." in shown
    assert "Skolan" in shown


def test_a_form_that_is_sent_twice_makes_one_link(anna: TestClient, here: str) -> None:
    form = dict(fill_form(anna.get(f"{here}/dela").text, f"{here}/dela"))
    pages = [read_page(anna.post(f"{here}/dela", data=form).text) for _ in range(2)]
    assert len({page.by_id("new-link").attributes["value"] for page in pages}) == 1
    assert len([button for button in pages[1].all("button") if button.attributes.get("name") == "link"]) == 1


def test_comments_are_dealt_with_opened_again_and_taken_away(
    anna: TestClient, browse: SignIn, here: str, moments: SetMoments
) -> None:
    guest = browse()
    guest.get(share(anna, here, used_for="read", days="7"))
    comments = f"{here}/kommentarer"
    send(guest, comments, comments, {"text": "Vem tar skolan?"})
    moments.move(timedelta(minutes=1))
    send(anna, comments, comments, {"text": "Vi frågar."})
    first = read_page(anna.get(comments).text).all("li")
    ids = [item.attributes["id"] for item in first if "id" in item.attributes]
    assert guest.get(comments).text.count("Ta bort</button>") == 1
    for way in ("klar", "oppna"):
        form = {"csrf": _token(anna, comments), "comment": ids[0]}
        assert anna.post(f"{comments}/{way}", data=form, follow_redirects=False).status_code == 303
    assert "data-settled" not in anna.get(comments).text
    for number, status in ((0, 303), (1, 403)):
        form = {"csrf": _token(guest, comments), "comment": ids[number]}
        assert guest.post(f"{comments}/bort", data=form, follow_redirects=False).status_code == status
    assert "Vem tar skolan?" not in anna.get(comments).text


def test_a_link_to_read_writes_nothing(anna: TestClient, browse: SignIn, here: str) -> None:
    guest = browse()
    guest.get(share(anna, here, used_for="read", days="7"))
    form = {"csrf": _token(guest, f"{here}/kommentarer"), "base": "0", "title": "Gästens"}
    assert guest.post(here, data=form).status_code == 403
    assert "Gästens" not in anna.get(here).text


def test_a_link_to_write_writes_under_its_name(anna: TestClient, browse: SignIn, here: str) -> None:
    guest = browse()
    guest.get(share(anna, here, used_for="write", name="Fritid", days="7"))
    assert send(guest, here, here, {"title": "Gästens"}).status_code == 303
    assert "Fritid" in anna.get(f"{here}/versioner").text


def test_a_link_that_is_taken_back_opens_nothing(anna: TestClient, browse: SignIn, here: str) -> None:
    path = share(anna, here, used_for="write", days="7")
    guest = browse()
    guest.get(path)
    page = read_page(anna.get(f"{here}/dela").text)
    (link,) = [b.attributes["value"] for b in page.all("button") if b.attributes.get("name") == "link"]
    form = {"csrf": _token(anna, f"{here}/dela"), "link": link}
    anna.post(f"{here}/dela/aterkalla", data=form)
    assert guest.get(here).status_code == 404
    assert browse().get(path).status_code == 404


def test_a_link_whose_time_is_out_opens_nothing(
    anna: TestClient, browse: SignIn, here: str, moments: SetMoments
) -> None:
    path = share(anna, here, used_for="read", days="7")
    guest = browse()
    guest.get(path)
    moments.move(timedelta(days=7))
    assert guest.get(here).status_code == 404
    assert browse().get(path).status_code == 404


def test_a_dead_link_is_told_as_one_that_never_was(
    anna: TestClient, browse: SignIn, here: str, moments: SetMoments
) -> None:
    revoked, old = (share(anna, here, used_for="write", days="7") for _ in range(2))
    page = read_page(anna.get(f"{here}/dela").text)
    links = [b.attributes["value"] for b in page.all("button") if b.attributes.get("name") == "link"]
    anna.post(f"{here}/dela/aterkalla", data={"csrf": _token(anna, f"{here}/dela"), "link": links[-1]})
    moments.move(timedelta(days=7))
    answers = [browse().get(path) for path in (revoked, old, f"/delad/{'a' * 43}")]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert len({read_page(answer.text).all("main")[0].text for answer in answers}) == 1


def test_a_program_that_shows_a_dead_link_is_told_as_one_that_shows_none(
    anna: TestClient, browse: SignIn, here: str, plan_id: str, moments: SetMoments
) -> None:
    token = share(anna, here, used_for="write", days="7").rpartition("/")[2]
    address = f"/v1/plans/{plan_id}"
    shown = {"authorization": f"Bearer {token}", "if-match": '"0"'}
    edits = {"edits": {"title": "Gästens"}}
    assert browse().patch(address, json=edits, headers=shown).status_code == 200
    moments.move(timedelta(days=7))
    dead, none = browse().patch(address, json=edits, headers=shown), browse().get(address)
    assert dead.status_code == none.status_code == 404
    assert dead.json() == none.json()


@pytest.mark.parametrize("days", ["", "0", "366", "-1", "många", "99999999"])
def test_a_link_lasts_1_to_365_days(anna: TestClient, here: str, days: str) -> None:
    answer = send(anna, f"{here}/dela", f"{here}/dela", {"used_for": "read", "days": days})
    assert answer.status_code == 422
    assert "1 till 365 dagar" in read_page(answer.text).by_id("days-fault").text


@pytest.mark.parametrize("token", ["a", "a" * 43, "å" * 60, "..%2F..", "a.b"])
def test_a_guessed_link_is_not_found(browse: SignIn, here: str, token: str) -> None:
    assert browse().get(f"/delad/{token}").status_code == 404
    assert browse().get(f"/kalender/{token}.ics").status_code == 404


def test_a_plan_that_is_not_ones_own_is_not_found_and_told_as_one_that_is_not_there(browse: SignIn, here: str) -> None:
    for browser in (
        browse(),
        browse("bo@annan.example.se", code="0180"),
        browse("a@example.se", "administrator", "all", ""),
    ):
        there, nowhere = browser.get(here), browser.get(f"/planer/{'0' * 32}")
        assert there.status_code == nowhere.status_code == 404
        assert read_page(there.text).all("main")[0].text == read_page(nowhere.text).all("main")[0].text


def test_advisors_of_the_county_see_what_the_coordinator_lets_them(anna: TestClient, browse: SignIn, here: str) -> None:
    advisor = browse("r@lst.example.se", "advisor", "county", "14")
    assert advisor.get(here).status_code == 404
    form = {"csrf": _token(anna, f"{here}/dela"), "advisors": "read"}
    anna.post(f"{here}/dela/radgivare", data=form)
    assert advisor.get(here).status_code == 200
    assert here in advisor.get("/planer").text
    assert browse("r@annan.example.se", "advisor", "county", "01").get(here).status_code == 404


def test_a_calendar_has_the_days_of_the_plan_and_no_more(anna: TestClient, browse: SignIn, here: str) -> None:
    path = share(anna, here, used_for="calendar", days="")
    answer = browse().get(path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "DTSTART;VALUE=DATE:20271122" in answer.text
    assert browse().get(path.replace("kalender", "delad").removesuffix(".ics")).status_code == 404


def test_a_link_to_the_plan_is_no_calendar(anna: TestClient, browse: SignIn, here: str) -> None:
    path = share(anna, here, used_for="read", days="7")
    assert browse().get(f"{path.replace('delad', 'kalender')}.ics").status_code == 404


def _token(browser: TestClient, page: str) -> str:
    inputs = read_page(browser.get(page).text).all("input")
    return next(field.attributes["value"] for field in inputs if field.attributes.get("name") == "csrf")
