"""The page that a saved plan is taken home from as a document."""

from io import BytesIO

import docx
import pytest
from fastapi.testclient import TestClient

from kb.plans.formats import SAVED_FORMS
from tests.api.own_template import write_template
from tests.api.pages.plans.saved.conftest import SignIn
from tests.api.pages.read_page import read_page


def test_every_form_of_a_saved_plan_is_offered(anna: TestClient, here: str) -> None:
    buttons = read_page(anna.get(f"{here}/dokument").text).all("button")
    offered = [button.attributes["value"] for button in buttons if button.attributes.get("name") == "form"]
    assert offered == list(SAVED_FORMS)


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_it_is_written_in_the_form_that_is_chosen(anna: TestClient, here: str, form: str, start: bytes) -> None:
    answer = anna.post(f"{here}/dokument", data={"form": form, "file_language": "en"})
    assert (answer.content.startswith(start), answer.headers["cache-control"]) == (True, "no-store")


def test_the_language_of_the_document_is_chosen(anna: TestClient, here: str) -> None:
    answer = anna.post(f"{here}/dokument", data={"form": "docx", "file_language": "en"})
    assert docx.Document(BytesIO(answer.content)).core_properties.title == "Draft action plan"


def test_a_template_gives_its_styles(anna: TestClient, here: str) -> None:
    template = write_template("Alvdala kommun")
    answer = anna.post(f"{here}/dokument", data={"form": "docx"}, files={"template": ("m.docx", template)})
    assert docx.Document(BytesIO(answer.content)).sections[0].header.paragraphs[0].text == "Alvdala kommun"


def test_a_template_that_cannot_be_used_is_told_at_its_field(anna: TestClient, here: str) -> None:
    answer = anna.post(f"{here}/dokument", data={"form": "docx"}, files={"template": ("m.docx", b"Hej")})
    assert answer.status_code == 422
    assert "Mallen går inte att använda" in read_page(answer.text).by_id("template-fault").text


def test_a_form_that_there_is_not_shows_the_page_again(anna: TestClient, here: str) -> None:
    assert "Planen som dokument" in anna.post(f"{here}/dokument", data={"form": "odt"}).text


def test_who_may_not_read_the_plan_is_told_that_there_is_none(browse: SignIn, here: str) -> None:
    assert browse("x@borta.example.se", code="0180").get(f"{here}/dokument").status_code == 404
    assert browse().post(f"{here}/dokument", data={"form": "docx"}).status_code == 404
