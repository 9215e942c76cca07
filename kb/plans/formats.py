"""The forms in which a plan is written to a file, a draft or one that is saved: a new one is a line here.

The libraries of a form are imported when it is written: they are large, and most plans are read elsewhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from kb.errors import TemplateRejected
from kb.extras import require_extra
from kb.plans.document.cited import cite
from kb.plans.document.make_document import make_document
from kb.plans.document.missing_style import MissingStyle
from kb.plans.document.sheet.rows import make_sheets
from kb.plans.document.telling import Telling
from kb.plans.document.words import load_words
from kb.plans.document.written_plan import WrittenPlan
from kb.plans.labels import PlanLanguage
from kb.plans.markdown import write_markdown
from kb.plans.saved_plan import write_json

PlanForm = Literal["docx", "pdf", "xlsx", "markdown", "json"]


@dataclass(frozen=True, slots=True)
class PlanFile:
    """missing : styles that a template has not"""

    content: bytes
    missing: tuple[MissingStyle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFormat:
    """suffix : of the file's name, with its dot; media_type : without a charset, for text is UTF-8

    tells_draft : of a plan that is worked on it has the draft alone
    needs : what is written, as "a plan in Word", by libraries of the extra `documents`; empty without any
    """

    suffix: str
    media_type: str
    write: Callable[[WrittenPlan, PlanLanguage], bytes]
    tells_draft: bool = False
    needs: str = ""


def write_plan(
    plan: WrittenPlan, form: PlanForm, language: PlanLanguage = "sv", template: bytes | None = None
) -> PlanFile:
    """The plan as a file; template : a municipality's own, which its Word file is poured into

    Raises
    ------
    TemplateRejected, DescriptionRejected : a template for another form than Word, or none that may be opened
    ExtraMissing : the libraries of the form are not installed
    """
    require_libraries(form)
    if template is None:
        return PlanFile(FORMATS[form].write(plan, language))
    if form != "docx":
        raise TemplateRejected(f"a template is for Word, {form} was asked for; ask for docx, or send no template")
    return _pour_docx(plan, language, template)


def require_libraries(form: PlanForm) -> None:
    """Return if what writes the form is installed; raises ExtraMissing."""
    if FORMATS[form].needs:
        require_extra("documents", FORMATS[form].needs)


def find_form(form: str) -> PlanForm | None:
    """The form of that name, None where there is none."""
    return next((name for name in FORMATS if name == form), None)


def find_form_of(suffix: str) -> PlanForm | None:
    """The form of files whose names end in that suffix, None where there is none."""
    return next((name for name, found in FORMATS.items() if found.suffix == suffix), None)


def _write_docx(plan: WrittenPlan, language: PlanLanguage) -> bytes:
    return _pour_docx(plan, language, None).content


def _pour_docx(plan: WrittenPlan, language: PlanLanguage, template: bytes | None) -> PlanFile:
    from kb.plans.document.word.write_docx import write_docx

    written = write_docx(make_document(plan, language), template)
    return PlanFile(written.content, written.missing)


def _write_pdf(plan: WrittenPlan, language: PlanLanguage) -> bytes:
    from kb.plans.document.pdf.typst_pages import TypstPages
    from kb.plans.document.pdf.write_pdf import write_pdf

    return write_pdf(make_document(plan, language), TypstPages())


def _write_xlsx(plan: WrittenPlan, language: PlanLanguage) -> bytes:
    from kb.plans.document.sheet.write_xlsx import write_xlsx

    document = make_document(plan, language)
    sheets = make_sheets(Telling(plan, load_words(language), cite(plan.read)))
    return write_xlsx(sheets, document.title, document.owner, document.day)


def _write_markdown(plan: WrittenPlan, language: PlanLanguage) -> bytes:
    return write_markdown(plan.working.draft, language).encode()


def _write_json(plan: WrittenPlan, language: PlanLanguage) -> bytes:  # noqa: ARG001  the same in every language
    return write_json(plan.working.draft)


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: Mapping[PlanForm, PlanFormat] = {
    "docx": PlanFormat(
        suffix=".docx", media_type=f"{_OFFICE}.wordprocessingml.document", write=_write_docx, needs="a plan in Word"
    ),
    "pdf": PlanFormat(suffix=".pdf", media_type="application/pdf", write=_write_pdf, needs="a plan as PDF"),
    "xlsx": PlanFormat(
        suffix=".xlsx", media_type=f"{_OFFICE}.spreadsheetml.sheet", write=_write_xlsx, needs="a plan in Excel"
    ),
    "markdown": PlanFormat(suffix=".md", media_type="text/markdown", write=_write_markdown, tells_draft=True),
    "json": PlanFormat(suffix=".json", media_type="application/json", write=_write_json, tells_draft=True),
}
"""In the order in which they are offered."""
SAVED_FORMS: tuple[PlanForm, ...] = tuple(form for form, told in FORMATS.items() if not told.tells_draft)
"""Those of a plan that is worked on; all of it as JSON is of `write_working_plan`."""
