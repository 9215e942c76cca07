"""Help in a made-up case: experts of the demonstration asked and booked within the time that they have, and advice."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from api.demonstration.advice import AdviceMaker
from api.demonstration.made_case import MadeCase
from api.demonstration.people import DOMAIN, People
from api.demonstration.story import Story
from api.store.cases.asks import LASTS, hash_link
from api.store.cases.tables import AskState, CaseAsk
from api.store.experts.bookings import HOLD_LASTS
from api.store.experts.tables import Booking
from kb.booking.capacity import capacity_of, find_refusal
from kb.documents import Booked, Expert
from kb.snapshot.snapshot import Snapshot

MOST_ASKED = 3
MOST_HOURS = 8.0
"""That an expert is asked for at once."""
SAYS_NO, SAYS_OTHER, CANCELLED = 0.12, 0.06, 0.05


@dataclass(slots=True)
class HelpMaker:
    """until : the last day on which something is done; booked : slug -> what is taken of the expert's time already"""

    snapshot: Snapshot
    people: People
    until: date
    advice: AdviceMaker
    booked: dict[str, list[Booked]] = field(default_factory=lambda: defaultdict(list))

    def add(self, session: Session, made: MadeCase, story: Story) -> None:
        """Ask and book experts, and give advice, as far as it has come."""
        expert = self._ask_experts(session, made, story) if story.with_expert and story.asked <= self.until else None
        waits = any(isinstance(row, CaseAsk) and row.state == "waiting" for row in made.rows)
        if waits:
            made.case.state = "waiting"
        elif story.helped.first <= self.until:
            self.advice.add(made, story, expert)

    def _ask_experts(self, session: Session, made: MadeCase, story: Story) -> Expert | None:
        """The expert that is booked, None where nobody has answered yes so far."""
        for expert in made.chance.take(self._list_fitting(made), MOST_ASKED):
            hours = min(made.case.hours, MOST_HOURS)
            wanted = Booked(story.helped.first, story.helped.last, hours, made.case.id)
            ask = self._ask(session, made, story, expert, self._answer(made, expert, wanted))
            if ask.state == "waiting":
                return None
            if ask.state == "yes" and self._book(made, ask, wanted):
                return expert
        return None

    def _answer(self, made: MadeCase, expert: Expert, wanted: Booked) -> AskState:
        told = expert.availability
        if told and find_refusal(capacity_of(told), self.booked[expert.slug], wanted):
            return "no"
        drawn = made.chance.random()
        return "no" if drawn < SAYS_NO else "other" if drawn < SAYS_NO + SAYS_OTHER else "yes"

    def _ask(self, session: Session, made: MadeCase, story: Story, expert: Expert, answer: AskState) -> CaseAsk:
        case, asked = made.case, made.chance.moment_of(story.asked)
        answered = made.chance.moment_of(story.answered) + timedelta(hours=8)
        is_answered = answered.date() <= self.until
        ask_id = made.chance.make_id()
        ask = CaseAsk(
            id=ask_id,
            case_id=case.id,
            expert_slug=expert.slug,
            address=f"{expert.slug}@{DOMAIN}",
            token_hash=hash_link(session, ask_id),
            state=answer if is_answered else "waiting",
            hours=min(case.hours, MOST_HOURS),
            first=story.helped.first,
            last=story.helped.last,
            asked=asked,
            asked_by=case.advisor_id or "",
            expires=asked + LASTS,
            answered=answered if is_answered else None,
            note="Den tiden går inte." if is_answered and answer != "yes" else None,
            other_first=story.helped.last + timedelta(days=14) if is_answered and answer == "other" else None,
            other_last=story.helped.last + timedelta(days=28) if is_answered and answer == "other" else None,
            books_at_once=False,
        )
        made.rows.append(ask)
        made.tell(asked, case.advisor_id or "", "case.asked", expert.slug)
        if is_answered:
            made.tell(answered, ask_id, "case.answered", f"{expert.slug}: {answer}")
        return ask

    def _book(self, made: MadeCase, ask: CaseAsk, wanted: Booked) -> bool:
        """Whether the booking stands."""
        case, at = made.case, (ask.answered or ask.asked) + timedelta(hours=1)
        is_held = at + HOLD_LASTS > datetime.combine(self.until, time(23, 59), UTC)
        is_cancelled = not is_held and made.chance.happens(CANCELLED)
        booking = Booking(
            id=made.chance.make_id(),
            case_id=case.id,
            ask_id=ask.id,
            expert_slug=ask.expert_slug,
            first=wanted.first,
            last=wanted.last,
            hours=wanted.hours,
            form=case.form,
            state="cancelled" if is_cancelled else "held" if is_held else "confirmed",
            held_until=at + HOLD_LASTS if is_held else None,
            n_changes=int(is_cancelled),
            created=at,
            changed=at,
            changed_by=case.advisor_id or "",
        )
        made.rows.append(booking)
        told = f"{ask.expert_slug} {wanted.first}–{wanted.last}, {wanted.hours:g} h"
        made.tell(at, case.advisor_id or "", "case.cancelled" if is_cancelled else "case.booked", told)
        if not is_cancelled:
            self.booked[ask.expert_slug].append(wanted)
        return not is_cancelled

    def _list_fitting(self, made: MadeCase) -> list[Expert]:
        """Made-up experts of the case's areas who work in its county, those of its main area first."""
        found = list(self._list_there(made.case.municipality_code))
        main = [expert for expert in found if made.areas[0] in expert.problem_areas]
        return main or [expert for expert in found if set(made.areas) & set(expert.problem_areas)]

    def _list_there(self, town: str) -> Iterator[Expert]:
        for expert in self.snapshot.experts.values():
            is_there = not expert.counties or town[:2] in expert.counties
            if expert.demo and is_there and town not in expert.conflict_municipalities:
                yield expert
