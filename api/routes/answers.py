"""How errors are told in the OpenAPI description: by status, in the words that they are titled with."""

from typing import Any

from api.languages import load_strings
from api.schemas.service import ProblemDetails
from api.statuses import BODY_TOO_LARGE, INVALID, NOT_UTF8, UNEXPECTED, ErrorStatus, status_of
from api.widget.errors import WidgetKeyRejected
from kb.errors import (
    AdjustmentRejected,
    CasesRejected,
    DescriptionDamaged,
    DescriptionProtected,
    DescriptionRejected,
    DescriptionScanned,
    DescriptionTooHeavy,
    DescriptionTooLarge,
    FilterRejected,
    FollowUpRejected,
    FormatUnknown,
    MacrosRefused,
    QueryRejected,
    ReadersBusy,
    SnapshotDamaged,
    SnapshotMismatch,
    SnapshotMissing,
    UnknownMunicipality,
    UnknownSlug,
)

Answers = dict[int | str, dict[str, Any]]
_JSON: dict[str, Any] = {"content": {"application/problem+json": {"schema": ProblemDetails.model_json_schema()}}}


def _tell(*errors: ErrorStatus | type[Exception]) -> Answers:
    """Status -> the titles of the errors that are answered with it."""
    strings, titles = load_strings("sv"), dict[int, list[str]]()
    for error in errors:
        status = error if isinstance(error, ErrorStatus) else status_of(error)
        titles.setdefault(status.code, []).append(status.title(strings))
    return {code: {"description": ". ".join(titles[code]), **_JSON} for code in sorted(titles)}


_OF_SERVICE = (UNEXPECTED, SnapshotMissing, SnapshotDamaged, SnapshotMismatch)
_OF_BODY = (NOT_UTF8, BODY_TOO_LARGE, INVALID)
_OF_FILE = (
    DescriptionTooLarge,
    FormatUnknown,
    DescriptionDamaged,
    DescriptionProtected,
    DescriptionScanned,
    DescriptionTooHeavy,
    MacrosRefused,
    ReadersBusy,
)

UNAVAILABLE = _tell(*_OF_SERVICE)
REJECTED = _tell(INVALID, FilterRejected, UnknownMunicipality, *_OF_SERVICE)
KEY_REJECTED = _tell(WidgetKeyRejected, INVALID, QueryRejected, FilterRejected, *_OF_SERVICE)
NOT_FOUND = _tell(UnknownSlug, INVALID, *_OF_SERVICE)
BODY_REJECTED = _tell(*_OF_BODY, CasesRejected, *_OF_SERVICE)
UPLOAD_REJECTED = _tell(
    *_OF_BODY,
    DescriptionRejected,
    UnknownMunicipality,
    AdjustmentRejected,
    FollowUpRejected,
    *_OF_SERVICE,
    *_OF_FILE,
)
