"""Every form of a plan stands once: its name, its files' suffix, its media type and what writes it."""

from typing import get_args

from kb.plans.formats import FORMATS, PlanForm, find_format, find_format_of


def test_every_form_that_may_be_asked_for_is_written() -> None:
    assert tuple(FORMATS) == get_args(PlanForm)


def test_a_format_is_found_by_its_name_or_by_its_suffix() -> None:
    assert find_format("docx") is find_format_of(".docx") is FORMATS["docx"]


def test_what_is_no_format_is_not_found() -> None:
    assert (find_format("odt"), find_format(""), find_format_of(".odt"), find_format_of("")) == (None,) * 4
