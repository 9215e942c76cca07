"""/v1/match on the shipped content: problems with methods, experts and reasons."""

from typing import Any

from fastapi.testclient import TestClient

from kb.search.searcher import Searcher

FRAUD = "Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken."
FIRES = "Någon tänder eld på papperskorgar och containrar vid skolan om kvällarna."


def _match(client: TestClient, text: str, **fields: Any) -> dict[str, Any]:
    answer = client.post("/v1/match", json={"text": text, **fields})
    assert answer.status_code == 200
    body: dict[str, Any] = answer.json()
    return body


def test_each_problem_gets_its_methods_and_experts(client: TestClient) -> None:
    found = _match(client, f"{FRAUD}\n\n{FIRES}")
    methods = {problem["units"][0]["text"]: [m["slug"] for m in problem["methods"]] for problem in found["problems"]}
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
    assert "Ring [telefon]" in answer.json()["text"]
    assert not any(value in answer.text for value in ("070-174", "kalle@", "640823"))


def test_without_a_period_the_coming_90_days_are_meant(client: TestClient) -> None:
    assert _match(client, FRAUD)["period"] == {"from": "2026-11-22", "to": "2027-02-20"}  # 8 + 31 + 31 + 20 = 90 days


def test_the_period_is_kept_and_experts_are_free_within_it(demo_client: TestClient) -> None:
    found = _match(demo_client, FRAUD, **{"from": "2027-03-01", "to": "2027-03-31"})
    assert found["period"] == {"from": "2027-03-01", "to": "2027-03-31"}
    stretches = [free for problem in found["problems"] for expert in problem["experts"] for free in expert["free"]]
    assert stretches
    assert all("2027-03-01" <= free["from"] <= free["to"] <= "2027-03-31" for free in stretches)


def test_real_experts_come_before_made_up_ones_and_are_to_be_asked_for_time(demo_client: TestClient) -> None:
    (problem, *_) = _match(demo_client, FRAUD)["problems"]
    marks = [expert["demo"] for expert in problem["experts"]]
    assert marks == sorted(marks)
    assert {expert["state"] for expert in problem["experts"] if not expert["demo"]} == {"unknown"}


def test_a_period_may_end_with_the_calendar(client: TestClient) -> None:
    assert _match(client, FRAUD, **{"from": "9999-12-31"})["period"] == {"from": "9999-12-31", "to": "9999-12-31"}


def test_a_municipality_is_known_by_name_and_by_code(client: TestClient) -> None:
    by_name, by_code = (_match(client, FRAUD, municipality=name) for name in ("borås stad", "1490"))
    assert by_name["municipality"] == "Borås"
    assert by_name == by_code


def test_an_expert_is_not_suggested_to_its_own_municipality(client: TestClient) -> None:
    text = "Narkotika säljs öppet på torget."
    slugs = ["trollhattan-tre-arbetssatt"]
    elsewhere, home = (_expert_slugs(_match(client, text, municipality=name)) for name in ("Karlstad", "Trollhättan"))
    assert set(slugs) <= elsewhere
    assert home.isdisjoint(slugs)


def _expert_slugs(found: dict[str, Any]) -> set[str]:
    return {expert["slug"] for problem in found["problems"] for expert in problem["experts"] + problem["busy_experts"]}


def test_the_masked_text_sent_again_with_other_problems_gets_these(client: TestClient) -> None:
    first = _match(client, f"{FRAUD} Ring 070-174 06 71.\n\n{FIRES}")
    fraud, fires = ([unit["position"] for unit in problem["units"]] for problem in first["problems"])
    (problem,) = _match(client, first["text"], problems=[{"title": "Allt", "units": [*fires, *fraud]}])["problems"]
    assert problem["title"] == "Allt"
    assert [unit["text"] for unit in problem["units"]] == [FRAUD, FIRES]
    (kept,) = _match(client, first["text"], problems=[{"units": fires}])["problems"]
    assert kept == {**first["problems"][1], "certainty": 1.0}  # that it is a problem the user has said


def test_problems_that_do_not_belong_to_the_text_are_refused_without_repeating_it(client: TestClient) -> None:
    problems = [{"title": "Sven", "units": [7]}, {"units": []}]
    for route in ("/v1/match", "/v1/plans", "/v1/team"):
        answer = client.post(route, json={"text": FRAUD, "problems": problems})
        assert answer.status_code == 422
        assert answer.json()["title"] == "De ändrade problemen hör inte ihop med texten"
        assert answer.json()["detail"].startswith("problems[0].units[0]: no unit 7, there are 1 from 0; ")
        assert not any(word in answer.text for word in ("Sven", "telefon", "Äldre"))


def test_a_plan_and_a_team_are_made_for_the_users_problems(client: TestClient) -> None:
    body = {"text": f"{FRAUD}\n\n{FIRES}", "problems": [{"title": "Bränder vid skolan", "units": [1]}]}
    assert [p["title"] for p in client.post("/v1/plans", json=body).json()["problems"]] == ["Bränder vid skolan"]
    team = client.post("/v1/team", json=body).json()
    assert [(p["title"], p["units"]) for p in team["problems"]] == [
        ("Bränder vid skolan", [{"position": 1, "heading": "", "text": FIRES, "form": "sentence"}])
    ]
    assert team["text"] == body["text"]


def test_a_form_has_the_problems_as_json(client: TestClient) -> None:
    file = {"file": ("lagesbild.md", f"{FRAUD}\n\n{FIRES}".encode())}
    answer = client.post("/v1/match", files=file, data={"problems": '[{"title": "Eld", "units": [1]}]'})
    assert [problem["title"] for problem in answer.json()["problems"]] == ["Eld"]
    answer = client.post("/v1/match", files=file, data={"problems": "Nils"})
    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (422, "Invalid")
    assert "Nils" not in answer.text


def test_a_problem_tells_its_details_as_quotes_and_asks_for_what_is_not_told(client: TestClient) -> None:
    (problem,) = _match(client, FIRES)["problems"]
    details = problem["details"]
    assert [quote["text"] for quote in details["place"]] == ["skolan"]
    assert [quote["text"] for quote in details["time"]] == ["kvällarna"]
    (place,) = details["place"]
    assert problem["units"][place["position"]]["text"][place["first"] : place["last"]] == "skolan"
    assert details["cause"] == []
    assert problem["questions"]
    (caused,) = _match(client, f"{FIRES} Det beror på att ingen vuxen är där.")["problems"]
    assert [quote["text"] for quote in caused["details"]["cause"]] == ["Det beror på att ingen vuxen är där."]
    assert caused["questions"] == []


def test_a_method_is_rated_for_the_problem_with_the_outcome_named(client: TestClient, searcher: Searcher) -> None:
    (problem,) = _match(client, FRAUD)["problems"]
    for method in problem["methods"]:
        outcomes = {e.outcome: e.rating for e in searcher.snapshot.guidance[method["slug"]].evidence}
        assert outcomes[method["evidence"]["outcome"]] == method["rating"] == method["evidence"]["rating"]


def test_what_the_municipality_lacks_is_told_at_the_requirements(client: TestClient) -> None:
    lacks = ["utbildad personal"]
    (problem,) = _match(client, FRAUD, lacks=lacks)["problems"]
    asked = {r["text"]: r["lacks"] for m in problem["methods"] for r in m["requires"]}
    assert asked["utbildade ledare"] == lacks
    assert asked["tid för hemtjänsten"] == []
    plan = client.post("/v1/plans?form=markdown", json={"text": FRAUD, "lacks": lacks}).text
    assert "- **Saknas enligt er:** utbildade ledare\n" in plan
    assert client.post("/v1/match", json={"text": FRAUD, "lacks": ["tur"]}).status_code == 422


def test_reasons_come_in_the_readers_language(client: TestClient) -> None:
    for language, words in (("sv", "problemområdet"), ("en", "the problem area")):
        answer = client.post("/v1/match", json={"text": FRAUD}, headers={"Accept-Language": language}).json()
        (problem,) = answer["problems"]
        told = [word for hit in (*problem["methods"], *problem["experts"]) for word in hit["reason"]["parts_in_words"]]
        assert any(word.startswith(words) for word in told)


def test_who_cannot_meet_so_or_speak_so_is_not_suggested(client: TestClient) -> None:
    everyone = {e["slug"]: e for e in client.get("/v1/experts?n=200").json()["experts"]}
    found = _match(client, FRAUD, form="på plats", language="en", include_excluded=True)
    asked = {slug for slug, e in everyone.items() if "på plats" in e["formats"] and "en" in e["languages"]}
    left_out = {item["slug"]: item["constraint"] for item in found["excluded"]}
    assert set(left_out) == set(everyone) - asked
    assert {"form", "language"} == set(left_out.values())
    assert _expert_slugs(found) <= asked


def test_who_may_not_be_asked_is_told_in_words_where_it_is_asked_for(client: TestClient) -> None:
    assert _match(client, FRAUD, municipality="Borås")["excluded"] is None
    for language, why in (("sv", "Arbetar inte i kommunens län"), ("en", "Does not work in the municipality's county")):
        body = {"text": FRAUD, "municipality": "Borås", "include_excluded": True}
        excluded = client.post("/v1/match", json=body, headers={"accept-language": language}).json()["excluded"]
        assert {item["why"] for item in excluded if item["constraint"] == "reach"} == {why}
        names = [(item["organisation"], item["name"]) for item in excluded]
        assert names == sorted(names)
        assert set(excluded[0]) == {"slug", "name", "organisation", "constraint", "why", "demo"}


def test_a_description_that_tells_of_somebody_in_danger_begins_with_where_to_turn(client: TestClient) -> None:
    found = _match(client, f"{FRAUD}\n\nMin man slår mig och jag är rädd för honom.")
    assert found["urgent"][0]["number"] == "112"
    assert _match(client, f"{FRAUD}\n\n{FIRES}")["urgent"] == []
