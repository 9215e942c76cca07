"""/v1/match on the shipped content: problems with methods, experts and reasons."""

from typing import Any

from fastapi.testclient import TestClient

FRAUD = "Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken."
FIRES = "Någon tänder eld på papperskorgar och containrar vid skolan om kvällarna."


def _match(client: TestClient, text: str, **fields: Any) -> dict[str, Any]:
    answer = client.post("/v1/match", json={"text": text, **fields})
    assert answer.status_code == 200
    body: dict[str, Any] = answer.json()
    return body


def test_each_problem_gets_its_methods_and_experts(client: TestClient) -> None:
    found = _match(client, f"{FRAUD}\n\n{FIRES}")
    methods = {problem["passages"][0]: [m["slug"] for m in problem["methods"]] for problem in found["problems"]}
    assert "bedragerier-mot-aldre" in methods[FRAUD]
    assert "anlagda-brander" in methods[FIRES]
    assert all(problem["experts"] for problem in found["problems"])
    assert (found["answered"], found["questions"]) == (True, [])


def test_each_suggestion_has_its_reason_in_both_texts(client: TestClient) -> None:
    (problem,) = _match(client, FRAUD)["problems"]
    for suggestion in (*problem["methods"], *problem["experts"]):
        reason = suggestion["reason"]
        assert reason["description_passage"] == FRAUD
        assert reason["document_passage"]
        assert all(term in FRAUD.lower() for term in reason["shared_terms"])


def test_a_text_about_nothing_gets_questions(client: TestClient) -> None:
    found = _match(client, "Solens yta har en temperatur av femtusen grader.")
    assert (found["answered"], found["problems"]) == (False, [])
    assert len(found["questions"]) == len(found["topics"]) == 3


def test_personal_data_is_counted_and_masked_and_nowhere_in_the_answer(client: TestClient) -> None:
    answer = client.post("/v1/match", json={"text": f"{FRAUD} Ring 070-174 06 71 eller kalle@example.se, 640823-3234."})
    assert answer.json()["masked"] == {"personnummer": 1, "e-post": 1, "telefon": 1}
    assert "[telefon]" in answer.json()["problems"][0]["passages"][0]
    assert not any(value in answer.text for value in ("070-174", "kalle@", "640823"))


def test_without_a_period_the_coming_90_days_are_meant(client: TestClient) -> None:
    assert _match(client, FRAUD)["period"] == {"from": "2026-11-22", "to": "2027-02-20"}  # 8 + 31 + 31 + 20 = 90 days


def test_the_period_is_kept_and_experts_are_free_within_it(client: TestClient) -> None:
    found = _match(client, FRAUD, **{"from": "2027-03-01", "to": "2027-03-31"})
    assert found["period"] == {"from": "2027-03-01", "to": "2027-03-31"}
    stretches = [free for problem in found["problems"] for expert in problem["experts"] for free in expert["free"]]
    assert stretches
    assert all("2027-03-01" <= free["from"] <= free["to"] <= "2027-03-31" for free in stretches)


def test_a_period_may_end_with_the_calendar(client: TestClient) -> None:
    assert _match(client, FRAUD, **{"from": "9999-12-31"})["period"] == {"from": "9999-12-31", "to": "9999-12-31"}


def test_a_municipality_is_known_by_name_and_by_code(client: TestClient) -> None:
    by_name, by_code = (_match(client, FRAUD, municipality=name) for name in ("borås stad", "1490"))
    assert by_name["municipality"] == "Borås"
    assert by_name == by_code


def test_an_expert_is_not_suggested_to_its_own_municipality(client: TestClient) -> None:
    text = "Storningar och EST i bostadsområdet: effektiv samordning för trygghet i Kristinehamn."
    slugs = ["kristinehamn-est"]
    elsewhere, home = (_expert_slugs(_match(client, text, municipality=name)) for name in ("Karlstad", "Kristinehamn"))
    assert set(slugs) <= elsewhere
    assert home.isdisjoint(slugs)


def _expert_slugs(found: dict[str, Any]) -> set[str]:
    return {expert["slug"] for problem in found["problems"] for expert in problem["experts"] + problem["busy_experts"]}
