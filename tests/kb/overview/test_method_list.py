"""Methods by their properties, each list in its order; what is no method to have is counted nowhere."""

from typing import Any

from kb.documents import Guidance
from kb.overview.method_list import MethodQuery, list_methods
from tests.builders import make_evidence, make_guidance


def method(slug: str, *ratings: Any, **changed: Any) -> Guidance:
    return make_guidance(slug, evidence=tuple(make_evidence(rating) for rating in ratings), **changed)


def slugs(documents: tuple[Guidance, ...]) -> list[str]:
    return [document.slug for document in documents]


def test_without_an_area_every_method_is_primary() -> None:
    found = list_methods([method("a", "svag"), method("b", "god", primary_areas=("klotter",))], MethodQuery())
    assert (slugs(found.primary), found.secondary) == (["b", "a"], ())


def test_methods_for_the_area_and_methods_that_may_help_there_stand_apart() -> None:
    also = method("b", "stark", primary_areas=("klotter",), secondary_areas=("narkotika",))
    elsewhere = method("c", "stark", primary_areas=("klotter",))
    found = list_methods([method("a", "svag"), also, elsewhere], MethodQuery("narkotika"))
    assert (slugs(found.primary), slugs(found.secondary)) == (["a"], ["b"])


def test_all_properties_asked_for_are_needed() -> None:
    documents = [
        method("a", "god", approach="social", prevention_level="selektiv", target_groups=("unga", "barn")),
        method("b", "god", approach="båda", prevention_level="selektiv", target_groups=("unga",)),
        method("c", "god", approach="social", prevention_level="universell", target_groups=("unga",)),
        method("d", "god", approach="social", prevention_level="selektiv", target_groups=("vuxna",)),
    ]
    query = MethodQuery("narkotika", approach="social", level="selektiv", target_group="unga")
    assert slugs(list_methods(documents, query).primary) == ["a"]


def test_the_best_evidence_comes_first_and_then_the_title() -> None:
    documents = [method("1", "oklar", title="Aa"), method("2", "god", title="bb"), method("3", "god", title="Ab")]
    assert slugs(list_methods(documents, MethodQuery()).primary) == ["3", "2", "1"]


def test_a_method_counts_once_under_its_main_outcome() -> None:
    found = list_methods([method("a", "god", "stark"), method("b", "svag"), method("c", "svag")], MethodQuery())
    assert (found.best, dict(found.ratings)) == ("god", {"god": 1, "svag": 2})


def test_a_method_is_rated_for_the_area_and_last_where_it_is_not_assessed_for_it() -> None:
    fear = make_evidence("begränsad", for_areas=("otrygghet",))
    areas = ("narkotika", "otrygghet")
    both = make_guidance("a", evidence=(make_evidence("stark"), fear), primary_areas=areas)
    drugs_alone = method("b", "stark", primary_areas=areas)
    found = list_methods([drugs_alone, both], MethodQuery("otrygghet"))
    assert slugs(found.primary) == ["a", "b"]
    assert [found.rate(document) for document in found.primary] == ["begränsad", None]
    assert dict(found.ratings) == {"begränsad": 1, "oklar": 1}


def test_effects_are_counted_by_the_outcome_of_the_badge() -> None:
    elsewhere = make_guidance("c", evidence=(make_evidence("god", for_areas=("klotter",)),))
    none = make_guidance("b", evidence=(make_evidence(effect="ingen skillnad", certainty="hög"),))
    found = list_methods([method("a", "god"), none, elsewhere], MethodQuery("narkotika"))
    assert found.effects == {"minskar": 1, "ingen skillnad": 1, "inte känt": 1}


def test_what_is_advised_against_is_no_evidence_for_anything() -> None:
    found = list_methods([method("skrämsel", "stark", recommendation="avråds")], MethodQuery("narkotika"))
    assert (slugs(found.advised_against), found.primary, found.best) == (["skrämsel"], (), None)


def test_gaps_law_and_process_steps_are_no_methods() -> None:
    documents = [method(kind, kind=kind) for kind in ("lucka", "juridik", "process")]
    assert list_methods(documents, MethodQuery()).primary == ()
