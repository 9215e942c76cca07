"""Why a document was suggested: a telling sentence of both sides, to the letter."""

from kb.documents import Guidance
from kb.matching.reasons import MAX_TERMS, Reason, Reasons
from kb.problems.problem import Problem
from kb.search.answer import AreaMatch
from kb.search.describe import Hit
from tests.builders import make_guidance, make_section
from tests.kb.problems.paragraphs import make_unit


def make_problem(*texts: str) -> Problem:
    units = tuple(make_unit(i, "", text) for i, text in enumerate(texts))
    return Problem(title="Klotter", areas=(AreaMatch("skadegorelse", "Klotter", 0.9),), units=units)


def make_hit(*told: tuple[str, str], summary: str = "") -> Hit[Guidance]:
    """A hit on a document of these headings and texts."""
    sections = tuple(make_section(heading, text) for heading, text in told)
    return Hit(make_guidance("a", summary=summary, sections=sections), 0.9, {"lexical": 1.5}, ())


def brief(text: str) -> Hit[Guidance]:
    return make_hit(("I korthet", text))


def give_reason(problem: Problem, hit: Hit[Guidance]) -> Reason:
    return Reasons(problem, lambda _: True).give(hit)


def test_the_sentences_that_share_most_are_quoted() -> None:
    problem = make_problem("Eleverna skolkar ofta nu. Klotter och skadegörelse vid skolan. Det ökar mest på helger.")
    reason = give_reason(problem, brief("Kameror sätts på torget. Skadegörelsebrott och klotter ska minska."))
    assert reason.description_passage == "Klotter och skadegörelse vid skolan."
    assert reason.document_passage.text == "Skadegörelsebrott och klotter ska minska."
    assert reason.document_passage.heading == "I korthet"
    assert reason.shared_terms == ("skadegörelse", "klotter")
    assert reason.parts == {"lexical": 1.5}


def test_a_sentence_that_names_the_problem_tells_more_than_a_word_shared_by_chance() -> None:
    hit = brief("Olika personer svarar på olika frågor. Så minskar klotter och annat i centrum.")
    reason = give_reason(make_problem("Okända personer ritar på väggar."), hit)
    assert reason.document_passage.text == "Olika personer svarar på olika frågor."
    named = Problem(
        title="Klotter i centrum",
        areas=(AreaMatch("skadegorelse", "Klotter", 0.9),),
        units=make_problem("Okända personer ritar.").units,
    )
    assert give_reason(named, hit).document_passage.text == "Så minskar klotter och annat i centrum."


def test_a_line_of_statistics_is_never_quoted() -> None:
    problem = make_problem("Klotter 2024: 31 anmälningar, 2025: 44.", "Rutor krossas vid skolan varje helg.")
    hit = brief("Klotter sjönk med 23 procent vid skolor. Metoden är för skolor med rutor som krossas.")
    reason = give_reason(problem, hit)
    assert reason.description_passage == "Rutor krossas vid skolan varje helg."
    assert reason.document_passage.text == "Metoden är för skolor med rutor som krossas."


def test_what_speaks_against_the_method_is_never_its_reason() -> None:
    hit = brief("Mot skjutningar mellan gäng har den inte visat effekt. Den samlar myndigheter mot gruppers våld.")
    reason = give_reason(make_problem("Det är skjutningar mellan gäng här."), hit)
    assert reason.document_passage.text == "Den samlar myndigheter mot gruppers våld."


def test_evidence_and_risks_are_no_reasons() -> None:
    hit = make_hit(("Evidens", "Klotter minskar vid alla skolor."), ("När passar metoden", "Den är för slitna skolor."))
    assert give_reason(make_problem("Mycket klotter vid skolan."), hit).document_passage.heading == "När passar metoden"


def test_a_document_without_such_a_sentence_is_told_by_its_summary() -> None:
    hit = make_hit(("Evidens", "Klotter minskar."), summary="Sanering av väggar inom ett dygn. Ingen studie finns.")
    assert give_reason(make_problem("Mycket klotter vid skolan."), hit).document_passage.text == (
        "Sanering av väggar inom ett dygn."
    )


def test_a_description_of_headings_alone_is_quoted_as_it_is() -> None:
    reason = give_reason(make_problem("Klotter"), brief("Klotter tas bort inom ett dygn."))
    assert reason.description_passage == "Klotter"


def test_words_that_tell_nothing_are_not_shared_terms() -> None:
    reasons = Reasons(make_problem("Kommunen har mycket klotter."), lambda word: word != "kommunen")
    assert reasons.give(brief("Kommunen tar bort klotter.")).shared_terms == ("klotter",)


def test_short_words_are_not_shared_terms() -> None:
    reason = give_reason(make_problem("En bil är på väg."), brief("En bil är nu väg."))
    assert reason.shared_terms == ()


def test_without_a_shared_word_the_first_sentences_are_quoted() -> None:
    reason = give_reason(
        make_problem("Eleverna skolkar ofta nu. Bråk på rasten ibland."), brief("Kameror står vid torget.")
    )
    assert (reason.description_passage, reason.shared_terms) == ("Eleverna skolkar ofta nu.", ())


def test_the_longest_terms_are_told_each_once_as_the_description_has_them() -> None:
    words = "klotter bränder stölder narkotika skadegörelse misshandel vandalism"
    reason = give_reason(make_problem(f"{words.title()} {words}"), brief(words))
    assert len(reason.shared_terms) == MAX_TERMS
    assert reason.shared_terms == ("skadegörelse", "misshandel", "narkotika", "vandalism", "bränder", "klotter")


def test_a_reason_is_worked_out_once() -> None:
    reasons, hit = Reasons(make_problem("Klotter ökar vid skolan."), lambda _: True), brief("Klotter tas bort snabbt.")
    assert reasons.give(hit) is reasons.give(hit)
