"""Who can help: published experts alone, those who lead an introduction before those who know of the method."""

from datetime import date, timedelta
from typing import Any

from api.pages.library.who_can_help import list_area_experts, list_method_experts
from kb.documents import Expert, MethodExperience
from tests.builders import TODAY, make_expert


def _expert(slug: str, level: Any, organisation: str = "Brå", **changed: Any) -> Expert:
    return make_expert(slug, methods=(MethodExperience("sspf", level),), organisation=organisation, **changed)


def _slugs(experts: list[Expert], today: date = TODAY) -> list[str]:
    return [helper.expert.slug for helper in list_method_experts("sspf", experts, today)]


def test_the_most_experienced_stand_first_then_by_organisation() -> None:
    experts = [_expert("a", "känner till"), _expert("b", "har använt", "Ö"), _expert("c", "har använt", "A")]
    assert _slugs([*experts, _expert("d", "leder införande")]) == ["d", "c", "b", "a"]


def test_a_profile_without_a_basis_today_is_not_shown() -> None:
    expert = _expert("a", "har använt")
    assert _slugs([expert], expert.publication_review_by) == ["a"]
    assert _slugs([expert], expert.publication_review_by + timedelta(days=1)) == []


def test_who_knows_another_method_is_not_asked() -> None:
    assert list_method_experts("annan", [_expert("a", "har använt")], TODAY) == []


def test_experts_of_a_problem_area_are_those_that_declare_it() -> None:
    experts = [make_expert("a", problem_areas=("narkotika",)), make_expert("b", problem_areas=("hatbrott",))]
    assert [helper.expert.slug for helper in list_area_experts("narkotika", experts, TODAY)] == ["a"]
