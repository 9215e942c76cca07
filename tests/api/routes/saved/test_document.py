"""A saved plan is written as a document for whoever may read it, also poured into a template."""

from collections.abc import Callable, Mapping
from io import BytesIO

import docx
import pytest
from fastapi.testclient import TestClient

from api.accounts.keys import create_key
from tests.api.own_template import write_template
from tests.api.whole_plan import WholePlan
from tests.fakes.moments import NOON
from tests.store import database_in

Show = Callable[[TestClient, WholePlan], str]
TEMPLATE = {"template": ("mall.docx", write_template())}


def show_link(_: TestClient, plan: WholePlan) -> str:
    return plan.reader.token


def show_calendar(_: TestClient, plan: WholePlan) -> str:
    return plan.calendar.token


def show_guess(_: TestClient, __: WholePlan) -> str:
    return "guessed"


def show_key(service: TestClient, _: WholePlan) -> str:
    return create_key(database_in(service), "Diariet", "plans:read", "*", NOON, "1490")[1]


def show_key_elsewhere(service: TestClient, _: WholePlan) -> str:
    return create_key(database_in(service), "Diariet", "plans:write", "*", NOON, "0180")[1]


def as_program(service: TestClient, token: str) -> Mapping[str, str]:
    """The header of a program that shows the token, at a client that is signed out."""
    service.cookies.clear()
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_a_plan_is_written_as_a_document(service: TestClient, here: str, form: str, start: bytes) -> None:
    answer = service.get(f"{here}/document?form={form}&language=en")
    assert answer.content.startswith(start)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == f'attachment; filename="atgardsplan-version-3.{form}"'


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_what_is_no_document_is_refused(service: TestClient, here: str, form: str) -> None:
    assert service.get(f"{here}/document?form={form}").status_code == 422


def test_a_plan_is_poured_into_a_template(service: TestClient, here: str) -> None:
    answer = service.post(f"{here}/document", files=TEMPLATE)
    assert docx.Document(BytesIO(answer.content)).core_properties.author == "Borås"
    assert "Warning%20/%20Varning=Body%20Text" in answer.headers["template-missing-styles"]


def test_a_template_that_cannot_be_used_is_refused_and_none_too(service: TestClient, here: str) -> None:
    refused = service.post(f"{here}/document", files={"template": ("mall.docx", b"Hej")})
    assert (refused.status_code, service.post(f"{here}/document").status_code) == (422, 422)


@pytest.mark.parametrize("show", [show_link, show_key])
def test_who_may_read_the_plan_has_it_as_a_document(
    service: TestClient, plan: WholePlan, here: str, show: Show
) -> None:
    bearer = as_program(service, show(service, plan))
    for answer in (
        service.get(f"{here}/document", headers=bearer),
        service.post(f"{here}/document", files=TEMPLATE, headers=bearer),
    ):
        assert (answer.status_code, answer.content[:2]) == (200, b"PK")


@pytest.mark.parametrize("show", [show_calendar, show_guess, show_key_elsewhere])
def test_nobody_else_is_told_that_there_is_a_plan(service: TestClient, plan: WholePlan, here: str, show: Show) -> None:
    bearer = as_program(service, show(service, plan))
    for answer in (
        service.get(f"{here}/document", headers=bearer),
        service.post(f"{here}/document", files=TEMPLATE, headers=bearer),
    ):
        assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (404, "UnknownPlan")


def test_an_adopted_plan_tells_the_decision(service: TestClient, here: str) -> None:
    decision = {"day": "2026-11-20", "body": "Kommunstyrelsen", "paragraph": "§ 112"}
    assert service.post(f"{here}/adoption", json=decision, headers={"If-Match": '"3"'}).status_code == 200
    word = docx.Document(BytesIO(service.get(f"{here}/document").content))
    assert word.paragraphs[1].text == "Antagen 2026-11-20 av Kommunstyrelsen, § 112."
