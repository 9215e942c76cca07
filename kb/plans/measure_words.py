"""Evidence and requirements of a planned measure in a line each."""

from kb.plans.plan import PlannedMeasure


def tell_evidence(measure: PlannedMeasure) -> str:
    """The rating with its outcome, then the document's summary."""
    outcome = f" ({measure.outcome})" if measure.outcome else ""
    return f"{measure.rating or 'inte bedömd'}{outcome}. {measure.evidence_summary or ''}".rstrip()


def tell_requirements(measure: PlannedMeasure) -> str:
    """The requirements, those that the municipality says that it lacks marked."""
    return "; ".join(f"{text} (saknas enligt er)" if text in measure.lacking else text for text in measure.requires)
