"""Documents of the small plan, and what can be read from their blocks."""

from dataclasses import replace
from datetime import date

from kb.plans.document.blocks import Block, Bullets, Contents, Document, Heading, Paragraph, Table, join_texts
from kb.plans.document.make_document import make_document
from kb.plans.document.written_plan import Adoption, WrittenPlan, make_written_plan
from kb.plans.labels import PlanLanguage
from kb.plans.plan import PlannedMeasure
from kb.plans.working.edit import write_fields
from kb.plans.working.working_plan import begin_plan
from tests.kb.plans.small_plan import PLAN, PROBLEM, WORKED

DAY = date(2026, 12, 1)
KS = Adoption(date(2026, 11, 30), "Kommunstyrelsen", "§ 112")
MEASURE = "problems/1/measures/nattvandring"
CHOSEN = {
    f"{MEASURE}/decision": "chosen",
    f"{MEASURE}/responsible": "Fritidschefen",
    f"{MEASURE}/start": "2027-01-15",
    f"{MEASURE}/end": "2027-06-30",
    f"{MEASURE}/cost": "25000",
}
WORKED_PLAN = replace(PLAN, problems=(replace(PROBLEM, measures=(WORKED,)),))


def present(
    edits: dict[str, str] | None = None, *, adoption: Adoption | None = None, measures: tuple[PlannedMeasure, ...] = ()
) -> WrittenPlan:
    """The small plan with the fields written, a draft without any; measures : in place of its own"""
    draft = replace(PLAN, problems=(replace(PROBLEM, measures=measures or (WORKED,)),))
    version = 3 if edits else None
    return make_written_plan(write_fields(begin_plan(draft), edits or {}), DAY, version, adoption)


def document_with(
    edits: dict[str, str] | None = None,
    language: PlanLanguage = "sv",
    *,
    adoption: Adoption | None = None,
    measures: tuple[PlannedMeasure, ...] = (),
) -> Document:
    """The document of the small plan with the fields written."""
    return make_document(present(edits, adoption=adoption, measures=measures), language)


def list_texts(document: Document) -> list[str]:
    """What it says, a text a paragraph, list item and row of a table."""
    return [text for block in document.blocks for text in _texts(block)]


def find_tables(document: Document) -> dict[str, list[list[str]]]:
    """Caption -> texts of its rows."""
    return {
        block.caption: [[join_texts(cell) for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    }


def _texts(block: Block) -> list[str]:
    match block:
        case Heading(spans=spans) | Paragraph(spans):
            return [join_texts(spans)]
        case Bullets(items):
            return [join_texts(item) for item in items]
        case Table(rows=rows):
            return [" | ".join(join_texts(cell) for cell in row.cells) for row in rows]
        case Contents(heading):
            return [heading]
