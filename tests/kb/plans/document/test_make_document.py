"""The document after page one: problem by problem, with what is known told as the content tells it."""

from dataclasses import replace

import pytest

from kb.plans.document.blocks import Contents, Document, Heading, Paragraph, Span, Table
from kb.plans.document.make_document import make_document
from kb.plans.document.written_plan import make_written_plan
from kb.plans.working.edit import write_fields
from kb.plans.working.working_plan import begin_plan
from tests.kb.plans.document.documents import CHOSEN, DAY, KS, document_with, find_tables, list_texts
from tests.kb.plans.small_plan import MEASURE as PLAIN
from tests.kb.plans.small_plan import PLAN, PROBLEM, WORKED

OWN = "problems/1/measures/own-0001"


def test_effect_certainty_and_grade_are_told_in_the_words_of_the_content() -> None:
    assert "Effekt på trygghet: minskar. Säkerhet: mycket låg. Betyg: svag. " in list_texts(document_with(CHOSEN))


def test_what_is_advised_against_is_told_so_first_wherever_it_stands() -> None:
    texts = list_texts(document_with(CHOSEN))
    assert texts[texts.index("Avråds") + 1] == "Avråds: Skrämselprogram"
    avoided = replace(WORKED, recommendation="avråds")
    texts = list_texts(document_with(CHOSEN, measures=(avoided,)))
    assert texts[texts.index("Vuxna går i området på kvällar.") + 1] == "Avråds."


def test_an_outcome_that_goes_the_wrong_way_is_a_warning() -> None:
    document = document_with(CHOSEN, measures=(replace(WORKED, effect="ökar"),))
    looks = [block.look for block in document.blocks if isinstance(block, Paragraph) and "fel håll" in str(block)]
    assert looks == ["warning"]


def test_a_measure_not_rated_for_the_problem_says_so() -> None:
    texts = list_texts(document_with(CHOSEN, measures=(replace(WORKED, is_about_problem=False),)))
    assert any(text.startswith("Inte bedömd för just detta problem. Huvudutfallet är trygghet.") for text in texts)


def test_own_and_statutory_measures_are_marked() -> None:
    statutory = replace(WORKED, is_statutory=True)
    document = document_with({**CHOSEN, f"{OWN}/title": "Vår egen"}, measures=(statutory,))
    titles = [row[0] for row in find_tables(document)["Åtgärder mot Torget"]]
    assert titles == ["1.1 Nattvandring (krav i lag)", "1.2 Vår egen (kommunens egen)", "Summa (1 utan kostnad)"]
    texts = list_texts(document)
    assert "Krav i lag. Kommunen kan inte välja bort åtgärden." in texts
    assert "Kommunens egen åtgärd. Tjänsten har inte bedömt den." in texts


def test_a_goal_has_its_baseline_target_and_what_has_been_measured() -> None:
    edits = {
        "problems/1/goal": "Färre rån",
        "problems/1/goal_number": "anmälda rån",
        "problems/1/baseline": "24",
        "problems/1/target": "12,5",
        "problems/1/target_day": "2028-01-01",
        "problems/1/value-2027-06-30": "20",
    }
    document = document_with({**CHOSEN, **edits})
    texts = list_texts(document)
    at = texts.index("Färre rån")
    assert texts[at + 1 : at + 5] == [
        "Räknas: anmälda rån",
        "I dag: 24",
        "Mål: 12,5",
        "Målet ska vara nått: 2028-01-01",
    ]
    assert find_tables(document)["Målet så här långt"] == [["2027-06-30", "20", ""]]


def test_indicators_have_their_first_measuring_and_what_the_content_proposes_for_the_rest() -> None:
    path = "problems/1/indicators/nattvandring-1"
    document = document_with({**CHOSEN, f"{path}/decision": "chosen", f"{path}/first": "2027-03-01"})
    assert find_tables(document)["Mått för Torget"] == [
        ["Antal kvällar", "föreningen", "förslag: samordnaren", "2027-03-01", ""]
    ]


def test_what_nobody_has_decided_on_is_listed_until_the_plan_is_adopted() -> None:
    two = (WORKED, replace(PLAIN, slug="annan", title="En annan"))
    heading = "Förslag som kommunen inte har tagit ställning till"
    assert heading in list_texts(document_with(CHOSEN, measures=two))
    assert heading not in list_texts(document_with(CHOSEN, measures=two, adoption=KS))


def test_a_dropped_problem_is_named_and_not_told() -> None:
    draft = replace(PLAN, problems=(PROBLEM, replace(PROBLEM, title="Parken")))
    working = write_fields(begin_plan(draft), {**CHOSEN, "problems/2/decision": "dropped"})
    texts = list_texts(make_document(make_written_plan(working, DAY, 1)))
    assert ("Strukna problem: Parken" in texts, "2. Parken" in texts) == (True, False)


def test_sources_stand_once_with_their_addresses_and_each_measure_refers_to_them() -> None:
    source = replace(WORKED.sources[0], url="https://bra.se/vandring")
    document = document_with(CHOSEN, measures=(replace(WORKED, sources=(source, source)),))
    texts = list_texts(document)
    assert "Källor: [1]" in texts
    assert "[1] Brå (2020): Om vandring. https://bra.se/vandring" in texts
    assert "[2] Brå (2020): Om vandring" in texts  # of what is advised against, which has no address


def test_only_addresses_of_the_web_are_led_to() -> None:
    source = replace(WORKED.sources[0], url="javascript:alert(1)")
    document = document_with(CHOSEN, measures=(replace(WORKED, sources=(source,)),))
    assert [span.link for span in _spans(document) if "javascript" in span.text] == [""]


def test_every_link_within_the_document_leads_somewhere() -> None:
    document = document_with({**CHOSEN, f"{OWN}/title": "Vår egen"})
    anchors = [block.anchor for block in document.blocks if isinstance(block, Heading | Paragraph) and block.anchor]
    links = {span.link[1:] for span in _spans(document) if span.link.startswith("#")}
    assert (len(anchors), links - set(anchors)) == (len(set(anchors)), set())


def test_in_english_the_words_of_the_content_are_marked_as_swedish() -> None:
    document = document_with(CHOSEN, "en")
    told = {span.text: span.language for span in _spans(document)}
    assert (told["Effect on trygghet: "], told["Enstaka studier."]) == (None, "sv")


def test_a_plan_of_many_problems_has_a_table_of_contents_of_its_chapters_alone() -> None:
    def depth(n: int) -> list[int]:
        document = make_document(make_written_plan(begin_plan(replace(PLAN, problems=(PROBLEM,) * n)), DAY))
        return [block.max_level for block in document.blocks if isinstance(block, Contents)]

    assert (depth(4), depth(5)) == ([2], [1])


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\ud800", "￾"])
def test_a_sign_that_is_no_text_goes(sign: str) -> None:
    assert Span(text=f"En{sign} rad").text == "En rad"


def _spans(document: Document) -> list[Span]:
    spans: list[Span] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            spans += block.spans
        elif isinstance(block, Table):
            spans += [span for row in block.rows for cell in row.cells for span in cell]
    return spans
