"""Every table there is, so that migrations, backups and new keys miss none."""

from api.store.accounts import Account, SignIn, SignInAttempt, SignInLink
from api.store.api_keys import ApiKey
from api.store.audit import AuditEntry
from api.store.base import Base
from api.store.cases.letters import CaseLetter
from api.store.cases.tables import (
    Advice,
    AdviceFollowUp,
    Case,
    CaseAsk,
    CaseEvent,
    CaseFile,
    CaseMessage,
    CaseProblem,
)
from api.store.exchange.tables import Agreement, Practice, PracticeWord, PublishedPractice
from api.store.experts.tables import (
    Booking,
    ExpertAbsence,
    ExpertCalendar,
    ExpertConsent,
    ExpertInvitation,
    ExpertReview,
)
from api.store.learning.tables import Feedback, UnansweredFrom, UnansweredWord
from api.store.national.need_tables import NeedFigure, NeedRelease
from api.store.national.statistics_table import StatisticRow
from api.store.national.use_tables import UseCount
from api.store.once import Request
from api.store.plans.tables import (
    PlanAdoption,
    PlanComment,
    PlanDraft,
    PlanErasure,
    PlanFields,
    PlanLink,
    PlanMute,
    PlanNeed,
    PlanReminder,
    PlanVersion,
    SavedPlan,
)
from api.store.quality.tables import QualityGroup, QualityWaiting

TABLES: tuple[type[Base], ...] = (
    Account,
    SignIn,
    SignInLink,
    SignInAttempt,
    ApiKey,
    AuditEntry,
    SavedPlan,
    PlanDraft,
    PlanFields,
    PlanVersion,
    PlanAdoption,
    PlanLink,
    PlanComment,
    Request,
    PlanReminder,
    PlanMute,
    PlanErasure,
    PlanNeed,
    Case,
    CaseProblem,
    CaseEvent,
    CaseMessage,
    CaseFile,
    CaseAsk,
    Advice,
    AdviceFollowUp,
    CaseLetter,
    ExpertInvitation,
    ExpertReview,
    ExpertConsent,
    ExpertCalendar,
    ExpertAbsence,
    Booking,
    QualityWaiting,
    QualityGroup,
    Feedback,
    UnansweredWord,
    UnansweredFrom,
    StatisticRow,
    NeedRelease,
    NeedFigure,
    UseCount,
    Agreement,
    Practice,
    PublishedPractice,
    PracticeWord,
)
