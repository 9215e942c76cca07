"""What an advisor takes from its desk, and what is told of the help as numbers of many."""

from fastapi.testclient import TestClient

from api.store.database import Database
from tests.api.advised_case import AdvisedCase
from tests.api.pages.read_page import read_page
from tests.api.store.cases.advised import EXPERT, TOWNS, agree, answer, make_done


def _answer_five(stored: Database) -> None:
    with stored.session() as session:
        agree(session, EXPERT)
        for town in (*TOWNS, *TOWNS[:2]):
            answer(session, make_done(session, town))


def test_the_desk_tells_how_much_was_given_and_has_it_as_a_file(advisor: TestClient, case: AdvisedCase) -> None:
    shown = advisor.get("/arbetsbord/rad").text
    assert "1 gång, 1,5 timmar" in shown
    assert "1 ärenden i 1 kommuner" in shown
    files = {form: advisor.get("/arbetsbord/rad/fil", params={"form": form}) for form in ("csv", "json")}
    assert ";1490;" in files["csv"].text
    assert "SSPF" not in files["csv"].text + files["json"].text
    assert files["json"].headers["content-disposition"] == 'attachment; filename="rad-2026-01-01-2026-11-22.json"'
    assert "SSPF" in advisor.get("/arbetsbord/rad/fil", params={"texter": "ja"}).text
    assert "Inga råd är nedskrivna" in advisor.get("/arbetsbord/rad", params={"till": "2026-11-01"}).text
    assert advisor.get("/arbetsbord/rad", params={"lan": "01"}).status_code == 403


def test_numbers_are_shown_when_five_have_answered(advisor: TestClient, stored: Database) -> None:
    assert "För få svar" in advisor.get("/arbetsbord/kvalitet").text
    _answer_five(stored)
    page = read_page(advisor.get("/arbetsbord/kvalitet").text)
    assert [cell.text for cell in page.all("td")[:3]] == ["5", "1,00", "0,00"]
    assert len(page.all("tr")) == 1 + 2


def test_an_experts_organisation_is_shown_its_own_when_it_has_agreed(expert: TestClient, stored: Database) -> None:
    assert "har inte samtyckt" in expert.get("/min-kvalitet").text
    with stored.session() as session:
        agree(session, EXPERT)
    assert "För få svar" in expert.get("/min-kvalitet").text
    _answer_five(stored)
    page = expert.get("/min-kvalitet").text
    assert ("5 svar" in page, "4,0" in page, "För få svar" in page) == (True, True, False)


def test_the_numbers_are_english_for_who_reads_english(advisor: TestClient, stored: Database) -> None:
    _answer_five(stored)
    page = advisor.get("/arbetsbord/kvalitet", headers={"accept-language": "en"}).text
    assert "What those who had advice thought" in page
    assert "1.00" in page
