"""How errors are told in the OpenAPI description: by status, in the words that they are titled with."""

from typing import Any

from api.access.errors import AccountRejected, FormExpired, RoleRefused, SignInNeeded
from api.languages import load_strings
from api.national.errors import UnknownPeriod
from api.schemas.saved.plan import ConflictProblem
from api.schemas.service import ProblemDetails
from api.statuses import BODY_TOO_LARGE, INVALID, NOT_UTF8, UNEXPECTED, ErrorStatus, status_of
from api.store.cases.errors import (
    AdviceChanged,
    AdviceRejected,
    AllocationsBusy,
    AskAnswered,
    AskDead,
    AskRejected,
    CaseClosed,
    CaseRejected,
    FollowUpAnswered,
    FollowUpDead,
    PersonalDataFound,
    UnknownAdvice,
    UnknownAsk,
    UnknownCase,
)
from api.store.errors import StoreUnusable
from api.store.exchange.errors import (
    AgreementRejected,
    PracticeChanged,
    PracticeNotOpen,
    PracticeRejected,
    UnknownPractice,
)
from api.store.experts.booking_errors import BookingOver, BookingRejected, NotFree, UnknownBooking
from api.store.experts.errors import (
    CalendarRejected,
    FeedRejected,
    InvitationRejected,
    NoCalendar,
    ReviewRejected,
    UnknownConsent,
)
from api.store.learning.errors import FeedbackRejected, FeedbackReviewed, TooMuchFeedback, UnknownFeedback
from api.store.plans.errors import (
    AdoptionRejected,
    CommentRejected,
    PlanAdopted,
    PlanChanged,
    PlanConflict,
    ShareRejected,
    UnknownPart,
    UnknownPlan,
    UnknownVersion,
)
from api.widget.errors import WidgetKeyRejected
from kb.errors import (
    AdjustmentRejected,
    CasesRejected,
    ComparisonRejected,
    DescriptionDamaged,
    DescriptionEmpty,
    DescriptionProtected,
    DescriptionRejected,
    DescriptionScanned,
    DescriptionTooHeavy,
    DescriptionTooLarge,
    EditRejected,
    EncodingUnknown,
    FilterRejected,
    FollowUpRejected,
    FormatUnknown,
    MacrosRefused,
    PlanDamaged,
    QueryRejected,
    ReadersBusy,
    SnapshotDamaged,
    SnapshotMismatch,
    SnapshotMissing,
    TemplateRejected,
    UnknownMunicipality,
    UnknownSlug,
    WeightsRejected,
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
    EncodingUnknown,
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
COMPARISON_REJECTED = _tell(UnknownSlug, INVALID, ComparisonRejected, *_OF_SERVICE)
BODY_REJECTED = _tell(*_OF_BODY, CasesRejected, *_OF_SERVICE)
UPLOAD_REJECTED = _tell(
    *_OF_BODY,
    DescriptionRejected,
    DescriptionEmpty,
    UnknownMunicipality,
    AdjustmentRejected,
    FollowUpRejected,
    TemplateRejected,
    *_OF_SERVICE,
    *_OF_FILE,
)

PLAN_ANSWERS = _tell(
    SignInNeeded,
    RoleRefused,
    FormExpired,
    UnknownPlan,
    UnknownPart,
    UnknownVersion,
    PlanAdopted,
    PlanChanged,
    BODY_TOO_LARGE,
    INVALID,
    EditRejected,
    PlanDamaged,
    CommentRejected,
    ShareRejected,
    AdoptionRejected,
    TemplateRejected,
    StoreUnusable,
    *_OF_FILE,
)
"""Of saved plans, whichever of their routes is asked."""
ASK_ANSWERS = _tell(
    SignInNeeded,
    RoleRefused,
    FormExpired,
    UnknownCase,
    UnknownAsk,
    UnknownBooking,
    AskDead,
    CaseClosed,
    AskAnswered,
    NotFree,
    BookingOver,
    INVALID,
    AskRejected,
    BookingRejected,
    StoreUnusable,
    *_OF_SERVICE,
)
"""Of questions to experts and bookings, whichever of their routes is asked."""
ALLOCATION_ANSWERS = _tell(
    SignInNeeded,
    RoleRefused,
    FormExpired,
    UnknownCase,
    BODY_TOO_LARGE,
    INVALID,
    CasesRejected,
    CaseRejected,
    AllocationsBusy,
    StoreUnusable,
    *_OF_SERVICE,
)
"""Of allocations over the open cases of a desk."""
CONFLICT = _tell(PlanAdopted, PlanConflict)
CONFLICT[409]["content"] = {"application/problem+json": {"schema": ConflictProblem.model_json_schema()}}
"""Of a save of fields, which tells what others have written in them."""

CASE_ANSWERS = _tell(
    SignInNeeded,
    RoleRefused,
    FormExpired,
    UnknownCase,
    UnknownPlan,
    CaseClosed,
    BODY_TOO_LARGE,
    INVALID,
    CaseRejected,
    PersonalDataFound,
    DescriptionRejected,
    StoreUnusable,
    *_OF_SERVICE,
)
"""Of cases, whichever of their routes is asked."""
USE_ANSWERS = _tell(SignInNeeded, RoleRefused, INVALID, StoreUnusable)
NEEDS_ANSWERS = _tell(SignInNeeded, RoleRefused, UnknownPeriod, INVALID, StoreUnusable)
ADVICE_ANSWERS = _tell(
    SignInNeeded,
    RoleRefused,
    FormExpired,
    UnknownCase,
    UnknownAdvice,
    FollowUpDead,
    CaseClosed,
    FollowUpAnswered,
    AdviceChanged,
    BODY_TOO_LARGE,
    INVALID,
    AdviceRejected,
    StoreUnusable,
)
"""Of advice, follow-ups and quality, whichever of their routes is asked."""
NATIONAL_ANSWERS = _tell(
    SignInNeeded, RoleRefused, UnknownMunicipality, WeightsRejected, INVALID, StoreUnusable, *_OF_SERVICE
)
"""Of the national view."""
EXPERT_SIDE_ANSWERS = _tell(
    SignInNeeded,
    RoleRefused,
    FormExpired,
    UnknownSlug,
    UnknownConsent,
    NoCalendar,
    BODY_TOO_LARGE,
    INVALID,
    AccountRejected,
    InvitationRejected,
    ReviewRejected,
    CalendarRejected,
    FeedRejected,
    StoreUnusable,
    SnapshotMissing,
)
"""Of the experts' own side, whichever of its routes is asked."""
EXCHANGE_ANSWERS = _tell(
    SignInNeeded,
    RoleRefused,
    FormExpired,
    UnknownPlan,
    UnknownPractice,
    PracticeNotOpen,
    PracticeChanged,
    BODY_TOO_LARGE,
    INVALID,
    PracticeRejected,
    AgreementRejected,
    PersonalDataFound,
    StoreUnusable,
)
"""Of what municipalities tell each other, whichever of its routes is asked."""
PUBLISHED_ANSWERS = _tell(UnknownPractice, INVALID, StoreUnusable)
"""Of what they have told everybody."""
FEEDBACK_REJECTED = _tell(FormExpired, *_OF_BODY, FeedbackRejected, TooMuchFeedback, StoreUnusable, *_OF_SERVICE)
"""Of what anyone says of an answer."""
FEEDBACK_ANSWERS = _tell(
    SignInNeeded,
    RoleRefused,
    FormExpired,
    UnknownFeedback,
    FeedbackReviewed,
    BODY_TOO_LARGE,
    INVALID,
    StoreUnusable,
)
"""Of what editors read and review, whichever of its routes is asked."""
