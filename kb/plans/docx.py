"""A plan as a Word document: real headings, a table, its language and title set."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kb.plans.detail_rows import HEADING, detail_rows
from kb.plans.measure_words import tell_evidence, tell_requirements
from kb.plans.plan import Plan, PlannedMeasure, PlannedProblem

LANGUAGE = "sv-SE"
TO_FILL_IN = "Fylls i av kommunen."
COLUMNS = ("Åtgärd", "Evidens", "Drivs av", "Kräver", "Att följa upp", "Ansvarig och tid")


def write_docx(plan: Plan) -> bytes:
    """The plan as the bytes of a .docx file in Swedish."""
    document = Document()
    _describe(document, plan)
    _lay_flat(document)
    document.add_heading(_title(plan), 0)
    document.add_paragraph(
        f"Utkast {plan.drafted}. Följs upp senast {plan.follow_up} (6 § lag 2023:196). Underlag: indexversion "
        f"{plan.snapshot_id}. Beslut fattas av kommunen (5 §)."
    )
    if plan.missing_parts:
        missing = ", ".join(plan.missing_parts)
        document.add_paragraph(f"Lägesbilden saknar, så långt det går att se: {missing} (4 §).")
    for number, problem in enumerate(plan.problems, 1):
        _add_problem(document, number, problem)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _title(plan: Plan) -> str:
    return "Utkast till åtgärdsplan" + (f", {plan.municipality}" if plan.municipality else "")


def _describe(document: WordDocument, plan: Plan) -> None:
    """Title and language, which screen readers and spelling checks go by."""
    document.core_properties.title = _title(plan)
    document.core_properties.language = LANGUAGE
    document.core_properties.author = plan.municipality or ""
    fonts = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = fonts.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        fonts.append(language)
    language.set(qn("w:val"), LANGUAGE)


def _lay_flat(document: WordDocument) -> None:
    """Landscape pages: the table of measures has six columns."""
    for section in document.sections:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width


def _add_problem(document: WordDocument, number: int, problem: PlannedProblem) -> None:
    document.add_heading(f"{number}. {problem.title}", 1)
    document.add_heading("Ur lägesbilden", 2)
    for passage in problem.passages:
        _add_styled(document, passage, "Quote")
    document.add_heading(HEADING, 2)
    for label, text in detail_rows(problem):
        _add_styled(document, f"{label}: {text}", "ListBullet")
    document.add_heading("Orsak", 2)
    if problem.causes:
        for cause in problem.causes:
            _add_styled(document, cause, "ListBullet")
    else:
        document.add_paragraph("Orsaken är inte beskriven. Frågor att börja med:")
        for question in problem.cause_questions:
            _add_styled(document, question, "ListBullet")
    document.add_heading("Mål", 2)
    document.add_paragraph(TO_FILL_IN)
    document.add_heading("Åtgärder att ta ställning till", 2)
    _add_table(document, problem.measures)
    for measure in problem.gaps:
        document.add_paragraph(f"{measure.title}. {measure.summary}")
    for measure in problem.advised_against:
        document.add_paragraph(f"Avråds: {measure.title}. {measure.evidence_summary or measure.summary}")
    _add_sources(document, problem.measures)
    _add_experts(document, problem)


def _add_styled(document: WordDocument, text: str, style_id: str) -> None:
    """A paragraph in a style of the template by its id: python-docx looks a name up among all styles, for every
    paragraph, which took half of the time of a plan.
    """
    document.add_paragraph(text)._p.style = style_id


def _add_table(document: WordDocument, measures: tuple[PlannedMeasure, ...]) -> None:
    if not measures:
        document.add_paragraph("Ingen metod i kunskapsbanken passar tillräckligt bra.")
        return
    table = document.add_table(1, len(COLUMNS), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = name
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    for measure in measures:
        texts = (
            f"{measure.title}. {measure.summary}",
            tell_evidence(measure),
            ", ".join(measure.run_by),
            tell_requirements(measure),
            "; ".join(measure.indicators),
            TO_FILL_IN,
        )
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text


def _add_sources(document: WordDocument, measures: tuple[PlannedMeasure, ...]) -> None:
    if not measures:
        return
    document.add_heading("Källor", 3)
    for measure in measures:
        cited = "; ".join(f"{s.publisher}{f' {s.year}' if s.year else ''}: {s.title}" for s in measure.sources)
        _add_styled(document, f"{measure.title}: {cited}", "ListBullet")


def _add_experts(document: WordDocument, problem: PlannedProblem) -> None:
    if not problem.experts:
        return
    document.add_heading("Vem kan hjälpa", 2)
    for expert in problem.experts:
        free = ", ".join(f"{first}–{last}" for first, last in expert.free)
        invented = " Tillgängligheten är ett påhittat exempel." if expert.availability_invented else ""
        line = f"{expert.name}, {expert.organisation}. Ledig {free}.{invented} Vägen in: {expert.way_in}"
        _add_styled(document, line, "ListBullet")
