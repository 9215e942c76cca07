"""POST /v1/plans: a draft in its forms, and in a Word template of the municipality's own."""

from io import BytesIO

import docx
import pytest
from fastapi.testclient import TestClient

from tests.api.own_template import write_template

TEXT = "Ungdomar säljer narkotika öppet vid resecentrum varje eftermiddag och resenärer undviker platsen."


@pytest.mark.parametrize(
    ("form", "media_type", "start"),
    [
        ("json", "application/json", b"{"),
        ("markdown", "text/markdown; charset=utf-8", b"# Utkast till \xc3\xa5tg\xc3\xa4rdsplan, Bor\xc3\xa5s"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("pdf", "application/pdf", b"%PDF-"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
    ],
)
def test_a_plan_comes_in_the_form_asked_for(client: TestClient, form: str, media_type: str, start: bytes) -> None:
    answer = client.post(f"/v1/plans?form={form}", json={"text": TEXT, "municipality": "Borås"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.content.startswith(start)


def test_a_template_comes_as_a_file_of_the_form_and_what_it_lacks_is_told(client: TestClient) -> None:
    files = {"template": ("mall.docx", write_template("Alvdala kommun"))}
    answer = client.post("/v1/plans?form=docx&language=en", data={"text": TEXT}, files=files)
    word = docx.Document(BytesIO(answer.content))
    assert word.sections[0].header.paragraphs[0].text == "Alvdala kommun"
    assert word.core_properties.language == "en-GB"
    assert "Warning%20/%20Varning=Body%20Text" in answer.headers["template-missing-styles"]


def test_a_template_may_be_sent_beside_the_description_as_a_file(client: TestClient) -> None:
    files = {"file": ("bild.txt", TEXT.encode()), "template": ("mall.docx", write_template())}
    assert client.post("/v1/plans?form=docx", files=files).content.startswith(b"PK")


@pytest.mark.parametrize(
    ("form", "template"), [("docx", b"Hej"), ("pdf", write_template())], ids=("no template", "not for Word")
)
def test_a_template_that_cannot_be_used_is_refused(client: TestClient, form: str, template: bytes) -> None:
    files = {"template": ("mall.docx", template)}
    answer = client.post(f"/v1/plans?form={form}", data={"text": TEXT}, files=files)
    assert (answer.status_code, answer.json()["title"].partition(":")[0]) == (422, "Mallen går inte att använda")


def test_a_template_is_no_field_of_a_match(client: TestClient) -> None:
    files = {"template": ("mall.docx", write_template())}
    assert client.post("/v1/match", data={"text": TEXT}, files=files).status_code == 422


def test_a_follow_up_after_two_years_is_refused(client: TestClient) -> None:
    answer = client.post("/v1/plans", json={"text": TEXT, "follow_up": "2999-01-01"})
    assert answer.status_code == 422
    assert answer.json()["title"] == "Uppföljningen ligger fel i tiden"


def test_no_experts_mailbox_is_in_a_plan(client: TestClient) -> None:
    answer = client.post("/v1/plans", json={"text": TEXT})
    assert "@" not in answer.text.replace("[@", "")


@pytest.mark.slow
def test_a_plan_names_nobody_who_cannot_meet_so(client: TestClient) -> None:
    everyone = client.get("/v1/experts?n=200").json()["experts"]
    cannot = {e["slug"] for e in everyone if "på plats" not in e["formats"] or "en" not in e["languages"]}
    free, asked = (
        {slug for slug in cannot if f'"{slug}"' in client.post("/v1/plans", json={"text": TEXT, **wish}).text}
        for wish in ({}, {"form": "på plats", "language": "en"})
    )
    assert free
    assert asked == set()
