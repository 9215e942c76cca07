"""The front matter's fields: what each kind of document must have, may have and may not have."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from indexer.content.front_matter import Expert, Guidance, ProblemArea
from tests.content_folder import ContentFolder

UNDATED = {"hours_per_month": 10, "parallel_cases": 1}
TOLD = {"confirmed": "2026-11-01", **UNDATED}


def _guidance(folder: ContentFolder, **changed: Any) -> dict[str, Any]:
    return {**folder.read_file("guidance/sanering.md").meta, **changed}


def _expert(folder: ContentFolder, **changed: Any) -> dict[str, Any]:
    return {**folder.read_file("experts/radgivare.md").meta, **changed}


def _area(folder: ContentFolder, **changed: Any) -> dict[str, Any]:
    return {**folder.read_file("problem-areas/klotter.md").meta, **changed}


def _refused(model: type[BaseModel], fields: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    """Where each fault is and what it says."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    return [(error["loc"], error["msg"]) for error in caught.value.errors()]


def test_the_plain_documents_of_these_tests_are_accepted(folder: ContentFolder) -> None:
    assert Guidance.model_validate(_guidance(folder)).title == "Snabb sanering av klotter"
    assert ProblemArea.model_validate(_area(folder)).title_en == "Graffiti"
    assert Expert.model_validate(_expert(folder)).counties == "hela landet"


@pytest.mark.parametrize(
    "field", ["title", "kind", "summary", "problem_areas", "sources", "reviewed", "review_by", "verified"]
)
def test_guidance_cannot_be_without(folder: ContentFolder, field: str) -> None:
    fields = _guidance(folder)
    del fields[field]
    assert _refused(Guidance, fields) == [((field,), "Field required")]


@pytest.mark.parametrize("field", ["prevention_level", "approach", "evidence", "evidence_summary", "recommendation"])
def test_a_method_needs_what_it_is_assessed_by(folder: ContentFolder, field: str) -> None:
    fields = _guidance(folder)
    del fields[field]
    assert _refused(Guidance, fields) == [((), f"Value error, {field} is missing; kind 'metod' needs it")]
    assert Guidance.model_validate({**fields, "kind": "juridik"}).kind == "juridik"


@pytest.mark.parametrize(
    ("changed", "place", "message"),
    [
        ({"titel": "A"}, ("titel",), "Extra inputs are not permitted"),
        ({"title": "  "}, ("title",), "String should have at least 1 character"),
        ({"title": "a" * 241}, ("title",), "String should have at most 240 characters"),
        ({"summary": "a" * 39}, ("summary",), "String should have at least 40 characters"),
        ({"summary": "a" * 321}, ("summary",), "String should have at most 320 characters"),
        (
            {"problem_areas": {"primary": ["a", "b", "c", "d"]}},
            ("problem_areas", "primary"),
            "List should have at most 3 items after validation, not 4",
        ),
        (
            {"problem_areas": {"primary": []}},
            ("problem_areas", "primary"),
            "List should have at least 1 item after validation, not 0",
        ),
        ({"ages": {"from": 20, "to": 12}}, ("ages",), "Value error, from 20 is after to 12; swap them"),
        ({"ages": {"from": 121}}, ("ages", "from"), "Input should be less than or equal to 120"),
        ({"sources": []}, ("sources",), "List should have at least 1 item after validation, not 0"),
        ({"verified": "kanske"}, ("verified",), "Input should be a valid boolean, unable to interpret input"),
        ({"reviewed": "i går"}, ("reviewed",), "Input should be a valid date or datetime, input is too short"),
        (
            {"reviewed": "2026-01-02", "review_by": "2026-01-02"},
            (),
            "Value error, review_by 2026-01-02 is not after reviewed 2026-01-02; give a later date",
        ),
    ],
)
def test_a_guidance_field_is_held_to_its_bounds(
    folder: ContentFolder, changed: dict[str, Any], place: tuple[str | int, ...], message: str
) -> None:
    assert _refused(Guidance, _guidance(folder, **changed)) == [(place, message)]


@pytest.mark.parametrize("slug", ["Klotter", "klotter_2", "-klotter", "klotter--2", "klöt", "klotter\n", "a" * 61, ""])
def test_a_slug_is_small_letters_digits_and_single_dashes(folder: ContentFolder, slug: str) -> None:
    assert [place for place, _ in _refused(Guidance, _guidance(folder, related=["est", slug]))] == [("related", 1)]


def test_an_age_span_may_be_open_at_either_end(folder: ContentFolder) -> None:
    for ages in ({"from": 12}, {"to": 20}, {"from": None, "to": None}, {"from": 12, "to": 12}):
        assert Guidance.model_validate(_guidance(folder, ages=ages)).ages is not None


def test_each_outcome_of_the_evidence_names_a_source(folder: ContentFolder) -> None:
    evidence = [{**_guidance(folder)["evidence"][0], "sources": []}]
    assert _refused(Guidance, _guidance(folder, evidence=evidence)) == [
        (("evidence", 0, "sources"), "List should have at least 1 item after validation, not 0")
    ]


def test_a_problem_area_asks_at_least_three_questions(folder: ContentFolder) -> None:
    assert _refused(ProblemArea, _area(folder, questions=["Var?", "När?"])) == [
        (("questions",), "List should have at least 3 items after validation, not 2")
    ]


@pytest.mark.parametrize(
    ("changed", "place", "message"),
    [
        ({"problem_areas": []}, ("problem_areas",), "List should have at least 1 item after validation, not 0"),
        (
            {"availability": {**TOLD, "unavailable": [{"from": "2027-03-02", "to": "2027-03-01"}]}},
            ("availability", "unavailable", 0),
            "Value error, from 2027-03-02 is after to 2027-03-01; swap them",
        ),
        (
            {"availability": {**TOLD, "hours_per_month": 0}},
            ("availability", "hours_per_month"),
            "Input should be greater than or equal to 1",
        ),
        ({"availability": UNDATED}, ("availability", "confirmed"), "Field required"),
        ({"capacity": UNDATED}, ("capacity",), "Extra inputs are not permitted"),
        ({"demo": True}, ("demo",), "Extra inputs are not permitted"),
        (
            {"contact": {"way_in": "https://bra.se/", "phone": "ring växeln"}},
            ("contact", "phone"),
            r"String should match pattern '^\+?[0-9][0-9 -]{3,18}[0-9]$'",
        ),
        ({"languages": ["sv", "fi"]}, ("languages", 1), "Input should be 'sv' or 'en'"),
        (
            {"conflicts": {"municipalities": ["Malmö"]}},
            ("conflicts", "municipalities", 0),
            r"String should match pattern '^\d{4}$'",
        ),
        (
            {"contact": {"way_in": "https://bra.se/", "mailbox": "anna andersson"}},
            ("contact", "mailbox"),
            r"String should match pattern '^[^@\s]+@[^@\s]+\.[a-z]+$'",
        ),
        (
            {"contact": {"way_in": "javascript:alert(1)"}},
            ("contact", "way_in"),
            "URL scheme should be 'http' or 'https'",
        ),
    ],
)
def test_an_expert_field_is_held_to_its_bounds(
    folder: ContentFolder, changed: dict[str, Any], place: tuple[str | int, ...], message: str
) -> None:
    assert _refused(Expert, _expert(folder, **changed)) == [(place, message)]


def test_an_expert_works_in_named_counties_or_in_the_whole_country(folder: ContentFolder) -> None:
    assert Expert.model_validate(_expert(folder, counties=["12", "14"])).counties == ["12", "14"]
    assert {place[0] for place, _ in _refused(Expert, _expert(folder, counties="Skåne"))} == {"counties"}
    assert {place[0] for place, _ in _refused(Expert, _expert(folder, counties=[]))} == {"counties"}


def _with_areas(folder: ContentFolder, *areas: list[str]) -> dict[str, Any]:
    (outcome,) = _guidance(folder)["evidence"]
    return _guidance(folder, evidence=[{**outcome, "for_areas": of_outcome} for of_outcome in areas])


def test_an_outcome_speaks_for_areas_of_the_document(folder: ContentFolder) -> None:
    read = Guidance.model_validate(_with_areas(folder, ["klotter"], []))
    assert [outcome.for_areas for outcome in read.evidence] == [["klotter"], []]
    ((_, message),) = _refused(Guidance, _with_areas(folder, ["otrygghet"]))
    assert message == ("Value error, for_areas has 'otrygghet', no area of the document; name one of klotter")


def test_no_two_outcomes_speak_for_the_same_area(folder: ContentFolder) -> None:
    ((_, message),) = _refused(Guidance, _with_areas(folder, ["klotter"], ["klotter"]))
    assert message.startswith("Value error, for_areas has 'klotter' twice; keep it at the outcome of the weightiest")


def test_a_method_is_heavy_only_where_it_is_said(folder: ContentFolder) -> None:
    assert not Guidance.model_validate(_guidance(folder)).heavy
    assert Guidance.model_validate(_guidance(folder, heavy=True)).heavy
