"""Why a document was suggested: real text on both sides."""

from kb.matching.reasons import MAX_TERMS, Reason, Reasons
from kb.problems.description import Paragraph
from kb.problems.problem import Problem
from kb.search.answer import AreaMatch
from kb.search.describe import Hit, PassageHit
from tests.builders import make_guidance


def make_problem(*texts: str) -> Problem:
    paragraphs = tuple(Paragraph(i, "", text) for i, text in enumerate(texts))
    return Problem("Klotter", (AreaMatch("skadegorelse", "Klotter", 0.9),), paragraphs)


def make_hit(*texts: str) -> Hit:  # type: ignore[type-arg]
    passages = tuple(
        PassageHit(heading="I korthet", anchor="i-korthet", text=text, score=1.0, highlights=()) for text in texts
    )
    return Hit(make_guidance("a"), 0.9, {"lexical": 1.5}, passages)


def give_reason(problem: Problem, hit: Hit) -> Reason:  # type: ignore[type-arg]
    return Reasons(problem, lambda _: True).give(hit)


def test_the_paragraph_that_shares_most_words_is_quoted_beside_the_best_passage() -> None:
    problem = make_problem("Eleverna skolkar.", "Klotter och skadegörelse vid skolan.", "Klotter ökar.")
    reason = give_reason(problem, make_hit("Skadegörelsebrott och klotter minskar.", "Annat."))
    assert reason.description_passage == "Klotter och skadegörelse vid skolan."
    assert reason.document_passage.text == "Skadegörelsebrott och klotter minskar."
    assert reason.shared_terms == ("skadegörelse", "klotter")
    assert reason.parts == {"lexical": 1.5}


def test_words_that_tell_nothing_are_not_shared_terms() -> None:
    reasons = Reasons(make_problem("Kommunen har klotter."), lambda word: word != "kommunen")
    reason = reasons.give(make_hit("Kommunen tar bort klotter."))
    assert reason.shared_terms == ("klotter",)


def test_short_words_are_not_shared_terms() -> None:
    assert give_reason(make_problem("En bil är på väg."), make_hit("En bil är väg.")).shared_terms == ()


def test_without_a_shared_word_the_first_paragraph_is_quoted() -> None:
    reason = give_reason(make_problem("Eleverna skolkar.", "Bråk."), make_hit("Kameror vid torget."))
    assert (reason.description_passage, reason.shared_terms) == ("Eleverna skolkar.", ())


def test_the_longest_terms_are_told_each_once_as_the_description_has_them() -> None:
    words = "klotter bränder stölder narkotika skadegörelse misshandel vandalism"
    reason = give_reason(make_problem(f"{words.title()} {words}"), make_hit(words))
    assert len(reason.shared_terms) == MAX_TERMS
    assert reason.shared_terms == ("skadegörelse", "misshandel", "narkotika", "vandalism", "bränder", "klotter")


def test_a_reason_is_worked_out_once() -> None:
    reasons, hit = Reasons(make_problem("Klotter ökar."), lambda _: True), make_hit("Klotter minskar.")
    assert reasons.give(hit) is reasons.give(hit)
