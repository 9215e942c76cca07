"""Every error has one status, a title in both languages, and a place in the documentation."""

from typing import get_args

import pytest

from api.languages import Language, load_strings
from api.routes.answers import UPLOAD_REJECTED
from api.statuses import OF_HTTP, STATUSES, UNEXPECTED, status_of, status_of_http
from kb.errors import DescriptionScanned, GateRefused, KbError, ReadersBusy, SnapshotMissing
from tests.root import ROOT

MODULES = (
    "kb.errors",
    "api.widget.errors",
    "api.access.errors",
    "api.store.errors",
    "api.store.plans.errors",
    "api.store.cases.errors",
    "api.store.learning.errors",
)
OF_THE_COMMAND = {"CaseMailRefused", "ExtraMissing", "GateRefused", "RegisterDamaged", "StatisticsRejected"}
"""Met when the service is started or an index is built, never by a request."""


def _all_errors(kind: type[KbError] = KbError) -> set[type[KbError]]:
    return {error for child in kind.__subclasses__() for error in (child, *_all_errors(child))}


def test_every_error_that_a_request_can_meet_has_a_status() -> None:
    named = {error for error in _all_errors() if error.__module__ in MODULES}
    assert {error.__name__ for error in named - STATUSES.keys()} == OF_THE_COMMAND


@pytest.mark.parametrize("language", get_args(Language))
def test_every_error_has_a_title(language: Language) -> None:
    strings = load_strings(language)
    statuses = (*STATUSES.values(), *OF_HTTP.values(), UNEXPECTED)
    assert [status.kind for status in statuses if f"error_{status.kind}" not in strings] == []


def test_what_passes_by_itself_is_told_with_the_seconds_to_wait() -> None:
    busy, missing = status_of(ReadersBusy), status_of(SnapshotMissing)
    assert (busy.code, busy.headers, busy.is_of_service) == (503, {"Retry-After": "10"}, False)
    assert (missing.code, missing.headers, missing.is_of_service) == (503, {}, True)


def test_what_no_request_is_thought_to_meet_is_a_fault_of_the_service() -> None:
    assert (status_of(GateRefused).kind, status_of(GateRefused).code) == ("GateRefused", 500)
    assert status_of(RuntimeError) == UNEXPECTED
    assert status_of_http(418).kind == UNEXPECTED.kind


def test_the_description_for_programs_tells_an_error_in_its_own_words() -> None:
    assert status_of(DescriptionScanned).title(load_strings("sv")) in UPLOAD_REJECTED[422]["description"]


def test_every_status_is_documented() -> None:
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    codes = {status.code for status in (*STATUSES.values(), *OF_HTTP.values(), UNEXPECTED)}
    assert [code for code in sorted(codes) if f"\n| {code} |" not in text] == []
