"""Keys that the templates build from a closed list have words: a key that is missing would show nothing at all."""

from collections.abc import Sequence
from typing import Any, get_args

import pytest

from api.cases.status import STATUS_KEYS
from api.expert_side.profile_fields import FIELDS
from api.languages import Language, load_strings
from api.pages.cases.case_page import PAGES as CASE_PAGES
from api.pages.cases.desk.handle import STEPS
from api.pages.charts.evidence_chart import SCALE
from api.pages.plans.saved.plan_page import PAGES
from api.store.cases.asks import ANSWER_KINDS, ASK_STAGES
from api.store.cases.desk.weigh import PRIORITIES as CASE_PRIORITIES
from api.store.cases.events import CaseEventKind
from api.store.cases.list_cases import LYING
from api.store.cases.tables import AUTHOR_KINDS, CASE_STATES, USED
from api.store.exchange.practice import DECISIONS as PRACTICE_DECISIONS
from api.store.exchange.tables import PRACTICE_STATES
from api.store.exchange.texts import TEXTS
from api.store.experts.bookings import BookingStage
from api.store.experts.errors import FEED_FAULTS
from api.store.experts.tables import PURPOSES
from api.store.plans.tables import ADVISOR_RIGHTS, ERASED_WHY, LINKS_FOR, PLAN_STATES
from api.store.quality.figures import QUESTIONS
from kb.booking.capacity import REFUSALS
from kb.matching.constraints import Constraint
from kb.matching.requirements import LACKS
from kb.national.priority.criteria import CRITERIA
from kb.plans.formats import FORMATS
from kb.plans.rematch import ChangeKind
from kb.plans.working.check_adoption import LackKey
from kb.plans.working.field_kinds import FaultKey
from kb.plans.working.fields import DECISIONS, PRIORITIES, STATUSES
from kb.plans.working.follow_up import Outcome
from kb.plans.working.reminders import ReminderKey
from kb.problems.details import DETAIL_KINDS
from kb.problems.not_taken import Why
from kb.problems.statute import PARTS
from kb.registers import AreaChangeKind
from kb.search.facets import EXPERT_FACETS, GUIDANCE_FACETS, Facet
from kb.staffing.assignment import Uncovered
from kb.vocabulary import (
    CERTAINTIES,
    EFFECTS,
    MEETING_FORMATS,
    RATINGS,
    SUPPORT_LANGUAGES,
    Design,
    Independence,
    Reviewer,
    SourceKind,
    SupportForm,
)

LISTS: dict[str, Sequence[str]] = {
    "advice_question_": QUESTIONS,
    "advice_quality_scale_": QUESTIONS,
    "advice_used_": USED,
    "expert_side_feed_fault_": FEED_FAULTS,
    "expert_side_field_": tuple(FIELDS),
    "expert_side_means_": PURPOSES,
    "expert_side_purpose_": PURPOSES,
    "expert_side_receipt_no_": PURPOSES,
    "expert_side_receipt_yes_": PURPOSES,
    "adopt_gap_": get_args(LackKey),
    "advisors_": ADVISOR_RIGHTS,
    "case_author_": AUTHOR_KINDS,
    "case_event_": [kind.removeprefix("case.") for kind in get_args(CaseEventKind)],
    "case_lying_": LYING,
    "case_now_": STATUS_KEYS,
    "case_page_": [page or "case" for page in CASE_PAGES],
    "case_priority_": [str(priority) for priority in CASE_PRIORITIES],
    "case_state_": CASE_STATES,
    "case_step_fault_": list(STEPS),
    "booking_answered_": ANSWER_KINDS,
    "booking_ask_": ASK_STAGES,
    "booking_full_": REFUSALS,
    "booking_led_to_": get_args(BookingStage),
    "booking_not_": (*get_args(Constraint), "unwilling", "not_wanted"),
    "booking_say_": ANSWER_KINDS,
    "booking_stage_": get_args(BookingStage),
    "decision_": DECISIONS,
    "edit_": get_args(FaultKey),
    "erased_": ERASED_WHY,
    "goal_": get_args(Outcome),
    "plan_page_": [page or "edit" for page in PAGES],
    "reminder_": get_args(ReminderKey),
    "share_": LINKS_FOR,
    "state_": PLAN_STATES,
    "status_": STATUSES,
    "work_priority_": PRIORITIES,
    "change_": get_args(ChangeKind),
    "download_": tuple(FORMATS),
    "certainty_": CERTAINTIES,
    "design_": get_args(Design),
    "effect_": EFFECTS,
    "excluded_": get_args(Constraint),
    "independence_": get_args(Independence),
    "lack_": LACKS,
    "left_out_": get_args(Why),
    "language_": SUPPORT_LANGUAGES,
    "meeting_": MEETING_FORMATS,
    "part_": PARTS,
    "part_question_": PARTS,
    "place_": SCALE,
    "practice_": [name + end for name in TEXTS for end in ("", "_hint")],
    "practice_decide_": PRACTICE_DECISIONS,
    "practice_done_": ("saved", "submitted", "withdrawn"),
    "practice_reviewed_": PRACTICE_DECISIONS,
    "practice_state_": [state + end for state in PRACTICE_STATES for end in ("", "_means")],
    "agreement_done_": ("given", "withdrawn"),
    "priority_": [name + end for name in CRITERIA for end in ("", "_means", "_source")],
    "priority_area_": get_args(AreaChangeKind),
    "rating_": RATINGS,
    "reviewer_": get_args(Reviewer),
    "source_kind_": get_args(SourceKind),
    "support_": get_args(SupportForm),
    "told_": DETAIL_KINDS,
    "uncovered_": get_args(Uncovered),
}


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("prefix", LISTS)
def test_every_value_of_a_closed_list_has_words(prefix: str, language: Language) -> None:
    strings = load_strings(language)
    assert [value for value in LISTS[prefix] if not strings.get(prefix + value)] == []


@pytest.mark.parametrize("language", get_args(Language))
def test_every_facet_that_is_shown_and_every_value_with_a_place_has_words(language: Language) -> None:
    strings = load_strings(language)
    facets: tuple[Facet[Any], ...] = (*GUIDANCE_FACETS.values(), *EXPERT_FACETS.values())
    keys = [facet.title for facet in facets if facet.title]
    keys += [f"{facet.values}_{value}" for facet in facets for value in facet.order]
    assert [key for key in keys if not strings.get(key)] == []
