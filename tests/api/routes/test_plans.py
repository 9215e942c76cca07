"""POST /v1/plans: a draft in three forms."""

import pytest
from fastapi.testclient import TestClient

TEXT = "Ungdomar säljer narkotika öppet vid resecentrum varje eftermiddag och resenärer undviker platsen."


@pytest.mark.parametrize(
    ("form", "media_type", "start"),
    [
        ("json", "application/json", b"{"),
        ("markdown", "text/markdown; charset=utf-8", b"# Utkast till \xc3\xa5tg\xc3\xa4rdsplan, Bor\xc3\xa5s"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
    ],
)
def test_a_plan_comes_in_the_form_asked_for(client: TestClient, form: str, media_type: str, start: bytes) -> None:
    answer = client.post(f"/v1/plans?form={form}", json={"text": TEXT, "municipality": "Borås"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.content.startswith(start)


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
