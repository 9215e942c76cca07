"""Every form of a plan stands once: its name, its files' suffix, its media type and what writes it."""

from typing import get_args

import pytest

from kb.errors import TemplateRejected
from kb.plans.document.written_plan import present_draft
from kb.plans.formats import FORMATS, SAVED_FORMS, PlanForm, find_form, find_form_of, write_plan
from kb.plans.saved_plan import read_plan
from tests.kb.plans.small_plan import PLAN


def test_every_form_that_may_be_asked_for_is_written() -> None:
    assert tuple(FORMATS) == get_args(PlanForm)


def test_a_format_is_found_by_its_name_or_by_its_suffix() -> None:
    assert find_form("docx") == find_form_of(".docx") == "docx"


def test_what_is_no_format_is_not_found() -> None:
    assert (find_form("odt"), find_form(""), find_form_of(".odt"), find_form_of("")) == (None,) * 4


def test_a_plan_that_is_worked_on_is_in_no_form_that_has_its_draft_alone() -> None:
    assert set(FORMATS) - set(SAVED_FORMS) == {"markdown", "json"}


@pytest.mark.parametrize(
    ("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("xlsx", b"PK"), ("markdown", b"# Draft"), ("json", b"{")]
)
def test_a_draft_is_written_in_every_form(form: PlanForm, start: bytes) -> None:
    assert write_plan(present_draft(PLAN), form, "en").content.startswith(start)


def test_json_of_a_draft_is_read_as_the_draft() -> None:
    assert read_plan(write_plan(present_draft(PLAN), "json").content) == PLAN


def test_a_template_is_for_word_alone() -> None:
    with pytest.raises(TemplateRejected, match="pdf was asked for"):
        write_plan(present_draft(PLAN), "pdf", template=b"PK")
