"""Which error is answered with which status of HTTP, under which title, and when to ask again."""

from collections.abc import Mapping
from dataclasses import dataclass

from api.access.errors import (
    AccountRejected,
    FormExpired,
    KeyRejected,
    LinkExpired,
    MailNotSent,
    ProviderRefused,
    RoleRefused,
    SignInNeeded,
    TooManyAttempts,
    UnknownAccount,
    UnknownKey,
)
from api.national.errors import UnknownPeriod
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
from api.store.errors import StoreKeyUnusable, StoreUnusable
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
    InvitationDead,
    InvitationRejected,
    NoCalendar,
    ReviewRejected,
    UnknownConsent,
    UnknownReview,
)
from api.store.learning.errors import FeedbackRejected, FeedbackReviewed, TooMuchFeedback, UnknownFeedback
from api.store.plans.errors import (
    AdoptionRejected,
    CommentRejected,
    LinkDead,
    PlanAdopted,
    PlanChanged,
    PlanConflict,
    ShareRejected,
    UnknownPart,
    UnknownPlan,
    UnknownVersion,
)
from api.widget.errors import PolicyRejected, WidgetKeyRejected
from kb.errors import (
    AdjustmentRejected,
    CasesRejected,
    ComparisonRejected,
    DemonstrationRefused,
    DescriptionDamaged,
    DescriptionEmpty,
    DescriptionProtected,
    DescriptionRejected,
    DescriptionScanned,
    DescriptionTooHeavy,
    DescriptionTooLarge,
    DictionaryMissing,
    EditRejected,
    EncodingUnknown,
    FilterRejected,
    FollowUpRejected,
    FormatUnknown,
    KbError,
    MacrosRefused,
    ModelUnusable,
    PeriodRejected,
    PlanDamaged,
    QueryRejected,
    QuerySaysNothing,
    ReadersBusy,
    SnapshotDamaged,
    SnapshotMismatch,
    SnapshotMissing,
    TemplateRejected,
    UnknownMunicipality,
    UnknownSlug,
    WeightsRejected,
)


@dataclass(frozen=True, slots=True)
class ErrorStatus:
    """kind : the error's name in its address and, after `error_`, in the strings; code : of HTTP

    retry_after_s : when to ask again, for what is no fault of the service and passes
    """

    kind: str
    code: int
    retry_after_s: int | None = None

    @property
    def is_of_service(self) -> bool:
        """Whether the service is at fault: what is wrong is then for its log, not for who asked."""
        return self.code >= 500 and self.retry_after_s is None

    @property
    def headers(self) -> dict[str, str]:
        """When to ask again; none for an error that does not pass by itself."""
        return {} if self.retry_after_s is None else {"Retry-After": str(self.retry_after_s)}

    def title(self, strings: Mapping[str, str]) -> str:
        """The error in the words of a language."""
        return strings.get(f"error_{self.kind}", strings["error_other"])


KB_ERRORS: Mapping[int, tuple[type[KbError], ...]] = {
    401: (SignInNeeded,),
    403: (WidgetKeyRejected, RoleRefused, FormExpired, ProviderRefused),
    404: (
        UnknownSlug,
        UnknownAccount,
        UnknownKey,
        UnknownPlan,
        UnknownPart,
        UnknownVersion,
        LinkDead,
        UnknownCase,
        UnknownAsk,
        AskDead,
        UnknownBooking,
        UnknownAdvice,
        FollowUpDead,
        UnknownConsent,
        UnknownReview,
        UnknownPeriod,
        UnknownFeedback,
        UnknownPractice,
    ),
    409: (
        PlanAdopted,
        PlanConflict,
        CaseClosed,
        AskAnswered,
        NotFree,
        BookingOver,
        FollowUpAnswered,
        NoCalendar,
        FeedbackReviewed,
        PracticeNotOpen,
    ),
    410: (LinkExpired, InvitationDead),
    412: (PlanChanged, AdviceChanged, PracticeChanged),
    413: (DescriptionTooLarge,),
    415: (FormatUnknown,),
    422: (
        QueryRejected,
        QuerySaysNothing,
        FilterRejected,
        DescriptionRejected,
        DescriptionEmpty,
        EncodingUnknown,
        DescriptionDamaged,
        DescriptionProtected,
        DescriptionScanned,
        DescriptionTooHeavy,
        MacrosRefused,
        AdjustmentRejected,
        CasesRejected,
        ComparisonRejected,
        UnknownMunicipality,
        WeightsRejected,
        PeriodRejected,
        FollowUpRejected,
        PlanDamaged,
        TemplateRejected,
        EditRejected,
        CommentRejected,
        ShareRejected,
        AdoptionRejected,
        CaseRejected,
        PersonalDataFound,
        AskRejected,
        BookingRejected,
        AdviceRejected,
        InvitationRejected,
        ReviewRejected,
        CalendarRejected,
        FeedRejected,
        FeedbackRejected,
        PracticeRejected,
        AgreementRejected,
        PolicyRejected,
        AccountRejected,
        KeyRejected,
    ),
    429: (TooManyAttempts, TooMuchFeedback),
    503: (
        SnapshotMissing,
        SnapshotDamaged,
        SnapshotMismatch,
        DemonstrationRefused,
        ModelUnusable,
        DictionaryMissing,
        ReadersBusy,
        AllocationsBusy,
        StoreUnusable,
        StoreKeyUnusable,
        MailNotSent,
    ),
}
RETRY_AFTER_S: Mapping[type[KbError], int] = {
    ReadersBusy: 10,
    AllocationsBusy: 10,
    TooManyAttempts: 900,
    TooMuchFeedback: 900,
}

NOT_UTF8 = ErrorStatus("Invalid", 400)
INVALID = ErrorStatus("Invalid", 422)
BODY_TOO_LARGE = ErrorStatus("TooLarge", 413)
UNEXPECTED = ErrorStatus("other", 500)
OF_HTTP: Mapping[int, ErrorStatus] = {
    status.code: status
    for status in (
        NOT_UTF8,
        ErrorStatus("NotFound", 404),
        ErrorStatus("MethodNotAllowed", 405),
        BODY_TOO_LARGE,
        ErrorStatus("UnsupportedMediaType", 415),
    )
}
"""What HTTP and the framework refuse before a route is asked."""
STATUSES: Mapping[type[KbError], ErrorStatus] = {
    error: ErrorStatus(error.__name__, code, RETRY_AFTER_S.get(error))
    for code, errors in KB_ERRORS.items()
    for error in errors
}


def status_of(error: type[Exception]) -> ErrorStatus:
    """The status of a kind of error; a KbError that no request is thought to meet is a fault of the service."""
    if issubclass(error, KbError):
        return STATUSES.get(error, ErrorStatus(error.__name__, UNEXPECTED.code))
    return UNEXPECTED


def status_of_http(code: int) -> ErrorStatus:
    """The status of a refusal by its number."""
    return OF_HTTP.get(code, ErrorStatus(UNEXPECTED.kind, code))
