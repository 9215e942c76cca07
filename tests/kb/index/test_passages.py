"""Documents cut into passages."""

from kb.documents import MethodExperience, Phrasings
from kb.index.passages import Passage, cut_document
from tests.builders import make_area, make_expert, make_guidance, make_section


def test_guidance_gives_its_title_then_its_sections_then_how_people_ask_for_it() -> None:
    document = make_guidance(
        "sspf",
        "SSPF",
        summary="Samverkan.",
        sections=(make_section("I korthet", "Fyra parter möts."), make_section("Så gör ni", "Börja smått.")),
        asked_as=Phrasings(("hur pratar vi om en elev",), ("sharing concerns",)),
    )
    assert cut_document(document, {}) == [
        Passage(slug="sspf", field="title", heading="", anchor="", context="SSPF", text="Samverkan."),
        Passage(
            slug="sspf", field="body", heading="I korthet", anchor="i-korthet", context="SSPF", text="Fyra parter möts."
        ),
        Passage(
            slug="sspf", field="body", heading="Så gör ni", anchor="så-gör-ni", context="SSPF", text="Börja smått."
        ),
        Passage(slug="sspf", field="phrasing", heading="", anchor="", context="", text="hur pratar vi om en elev"),
        Passage(slug="sspf", field="phrasing", heading="", anchor="", context="", text="sharing concerns"),
    ]


def test_a_section_without_text_of_its_own_is_no_passage() -> None:
    document = make_guidance("a", sections=(make_section("Evidens", ""), make_section("Följ upp", "Mät.")))
    assert [passage.heading for passage in cut_document(document, {})] == ["", "Följ upp"]


def test_a_problem_area_gives_its_signs_and_is_asked_for_by_its_terms_and_jargon() -> None:
    area = make_area(
        "narkotika",
        "Narkotika",
        title_en="Drugs",
        signs=("langning på torget", "kanyler"),
        terms=("droger",),
        jargon=("knark",),
        asked_as=Phrasings(("de säljer knark",), ("drug dealing",)),
    )
    passages = cut_document(area, {})
    assert passages[1] == Passage(
        slug="narkotika",
        field="body",
        heading="Tecken i en lägesbild",
        anchor="tecken",
        context="Narkotika",
        text="langning på torget; kanyler",
    )
    asked = [passage.text for passage in passages if passage.field == "phrasing"]
    assert asked == ["Drugs", "droger", "knark", "de säljer knark", "drug dealing"]


def test_what_an_expert_declares_is_in_words() -> None:
    expert = make_expert(
        "x", name="Rådgivare", problem_areas=("narkotika",), methods=(MethodExperience("sspf", "har använt"),)
    )
    title, declared, section = cut_document(expert, {"narkotika": "Narkotikaförsäljning", "sspf": "SSPF i skolan"})
    assert title.context == "Rådgivare, Brå"
    assert declared == Passage(
        slug="x",
        field="body",
        heading="Områden och metoder",
        anchor="omraden",
        context="Rådgivare, Brå",
        text="Narkotikaförsäljning; SSPF i skolan",
    )
    assert section.heading == "Kan hjälpa till med"


def test_a_declared_slug_without_a_name_stands_as_it_is() -> None:
    assert cut_document(make_expert("x", problem_areas=("okand",)), {})[1].text == "okand"


def test_a_passage_is_indexed_with_what_it_is_about_and_a_phrasing_as_it_is() -> None:
    assert (
        Passage(slug="a", field="body", heading="Evidens", anchor="evidens", context="SSPF", text="Okänd.").indexed_text
        == "SSPF. Evidens. Okänd."
    )
    assert (
        Passage(slug="a", field="phrasing", heading="", anchor="", context="", text="vem ringer jag").indexed_text
        == "vem ringer jag"
    )
