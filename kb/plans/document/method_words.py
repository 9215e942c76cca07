"""What is known of a method, in the words of the content: what it does, how sure that is, what that rests on."""

from kb.plans.document.blocks import Block, Paragraph, Span, Spans, quote, say
from kb.plans.document.words import Words
from kb.plans.plan import PlannedMeasure


def tell_known(measure: PlannedMeasure, words: Words) -> list[Block]:
    """Effect, certainty, grade and basis, then what has been found. A warning comes first and is never softened."""
    told: list[Block] = []
    if measure.recommendation == "avråds":
        told.append(Paragraph(say(f"{words['advised_against']}.", strong=True), "warning"))
    if measure.is_harm:
        told.append(Paragraph(say(words["wrong_way"], strong=True), "warning"))
    told.append(Paragraph(tell_effect(measure, words)))
    if measure.evidence_summary:
        lead = Span(text=f"{words['evidence']}: ", is_strong=True)
        told.append(Paragraph((lead, *quote(measure.evidence_summary))))
    return told


def tell_effect(measure: PlannedMeasure, words: Words) -> Spans:
    """As "Effekt på trygghet: minskar. Säkerhet: låg. Betyg: begränsad. Underlag: översikt, 3 studier."."""
    grade = words[f"rating_{measure.rating}"] if measure.rating else words["not_rated"]
    of_other = "" if measure.is_about_problem else words["not_for_this"].format(outcome=_outcome(measure, words))
    parts = [
        *(_tell_outcome(measure, words) if measure.effect else ()),
        *_row(words["grade"], grade),
        *(_row(words["basis"], _tell_basis(measure, words)) if measure.basis else ()),
    ]
    return (*say(f"{of_other} " if of_other else ""), *parts)


def _tell_outcome(measure: PlannedMeasure, words: Words) -> Spans:
    outcome = _outcome(measure, words)
    lead = words["effect_on"].format(outcome=outcome) if outcome else words["effect"]
    certainty = _row(words["certainty"], words[f"certainty_{measure.certainty}"]) if measure.certainty else ()
    return (*_row(lead, words[f"effect_{measure.effect}"]), *certainty)


def _outcome(measure: PlannedMeasure, words: Words) -> str:
    """The outcome as it stands in a sentence; what begins with an abbreviation keeps its capitals."""
    outcome = measure.outcome_en or measure.outcome if words["language"] == "en" else measure.outcome
    return outcome if outcome[1:2].isupper() else outcome[:1].lower() + outcome[1:]


def _tell_basis(measure: PlannedMeasure, words: Words) -> str:
    basis = measure.basis
    if basis is None:
        return ""
    if basis.design == "ingen studie":
        return basis.described if basis.described and words["language"] == "sv" else words["design_ingen studie"]
    parts = [words[f"design_{basis.design}"]]
    if basis.studies is not None:
        parts.append(words["one_study"] if basis.studies == 1 else words["n_studies"].format(n=basis.studies))
    if basis.described and words["language"] == "sv":
        parts.append(basis.described)
    return ", ".join((*parts, words[f"independence_{basis.independence}"]))


def _row(label: str, text: str) -> Spans:
    return Span(text=f"{label}: ", is_strong=True), Span(text=f"{text.rstrip('.')}. ")
