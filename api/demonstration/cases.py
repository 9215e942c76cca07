"""Made-up cases: sent, taken, helped and ended as their stories say, up to the last day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from api.demonstration.areas import PLACES, choose_areas
from api.demonstration.chance import Chance
from api.demonstration.follow_ups import add_follow_ups
from api.demonstration.help import HelpMaker
from api.demonstration.made_case import MadeCase
from api.demonstration.people import People
from api.demonstration.plan_draft import MADE_UP
from api.demonstration.plans import MadePlan
from api.demonstration.story import Story, tell_story
from api.store.cases.create_case import CODE_SIGNS, answer_by
from api.store.cases.request_json import write_request
from api.store.cases.tables import CODE_CHARS, Case, CaseProblem
from kb.registers import Municipality
from kb.snapshot.snapshot import Snapshot
from kb.vocabulary import MeetingFormat

NATIONAL, URGENT, ENGLISH, OF_PLAN = 0.15, 0.08, 0.02, 0.5
"""How often a case is passed on to Brå, is urgent, is asked in English, and is made of a plan where there is one."""
FORMS: dict[MeetingFormat | None, float] = {"på plats": 4.0, "digitalt": 3.0, None: 3.0}
HOURS = (4.0, 6.0, 8.0, 8.0, 12.0, 16.0)


@dataclass(slots=True)
class CaseMaker:
    """until : the last day on which something is done; earlier : town -> its last case, to merge with"""

    snapshot: Snapshot
    people: People
    until: date
    help: HelpMaker
    plans: Mapping[str, Sequence[MadePlan]]
    codes: set[str] = field(default_factory=set)
    earlier: dict[str, Case] = field(default_factory=dict)

    def make(self, session: Session, town: Municipality, created: date, chance: Chance) -> MadeCase:
        """The case that the municipality sent on that day, with all that belongs to it."""
        story = tell_story(created, chance)
        made = self._send(town, created, chance)
        if story.taken <= self.until:
            self._take(made, story)
        if not self._settle(made, story):
            self.help.add(session, made, story)
            self._finish(made, story)
        return made

    def _send(self, town: Municipality, created: date, chance: Chance) -> MadeCase:
        areas = choose_areas(self.snapshot, town, chance)
        place, by, at = chance.choice(PLACES), self.people.coordinators[town.code], chance.moment_of(created)
        is_urgent, desk = chance.happens(URGENT), "" if chance.happens(NATIONAL) else town.county_code
        titles = [self.snapshot.problem_areas[area].title for area in areas]
        first = created + chance.days(14, 40)
        case = Case(
            id=chance.make_id(),
            code=self._make_code(chance),
            municipality_code=town.code,
            plan_id=self._choose_plan(town, created, chance),
            title=f"{titles[0]} {place} {MADE_UP}",
            request=write_request(f"Stöd i arbetet {place}.", "Händer nu." if is_urgent else "", ()),
            first=first,
            last=first + chance.days(60, 150),
            hours=chance.choice(HOURS),
            form=chance.weigh(FORMS),
            language="en" if chance.happens(ENGLISH) else "sv",
            is_urgent=is_urgent,
            priority=2 if is_urgent else 1,
            floor=0.0,
            state="new",
            desk=desk,
            advisor_id=None,
            answer_by=answer_by(created, is_urgent=is_urgent),
            merged_into=None,
            created=at,
            created_by=by,
            changed=at,
            closed=None,
        )
        made = MadeCase(case, areas, chance)
        words = (f"{title} {place}, i demonstrationen." for title in titles)
        made.rows += [
            CaseProblem(case_id=case.id, number=number, area=area, words=told)
            for number, (area, told) in enumerate(zip(areas, words, strict=True), 1)
        ]
        made.tell(at, by, "case.created")
        return made

    def _take(self, made: MadeCase, story: Story) -> None:
        case = made.case
        case.advisor_id = made.chance.choice(self.people.advisors[case.desk])
        case.state = "running"
        made.tell(_not_before(case, made.chance, story.taken), case.advisor_id, "case.taken")

    def _settle(self, made: MadeCase, story: Story) -> bool:
        """Whether the case ended without help."""
        case, into = made.case, self.earlier.get(made.case.municipality_code)
        if not story.is_settled(self.until) or (story.fate == "merged" and into is None):
            self.earlier[case.municipality_code] = case
            return False
        case.closed = _not_before(case, made.chance, story.settled)
        if story.fate == "merged" and into:
            case.state, case.merged_into = "merged", into.id
            made.tell(case.closed, case.advisor_id or "", "case.merged", into.code)
        else:
            case.state = "declined"
            made.tell(case.closed, case.advisor_id or "", "case.declined", "Inget stöd finns för frågan.")
        return True

    def _finish(self, made: MadeCase, story: Story) -> None:
        if story.is_done(self.until):
            case = made.case
            case.state, case.closed = "done", _not_before(case, made.chance, story.closed)
            made.tell(case.closed, case.advisor_id or "", "case.done")
            add_follow_ups(made, self.until)

    def _choose_plan(self, town: Municipality, created: date, chance: Chance) -> str | None:
        known = [plan.id for plan in self.plans.get(town.code, ()) if plan.created <= created]
        return chance.choice(known) if known and chance.happens(OF_PLAN) else None

    def _make_code(self, chance: Chance) -> str:
        while True:
            code = "".join(chance.choices(CODE_SIGNS, k=CODE_CHARS))
            if code not in self.codes:
                self.codes.add(code)
                return code


def by_town(plans: Iterable[MadePlan]) -> Mapping[str, Sequence[MadePlan]]:
    """Code of a municipality -> its plans."""
    found: dict[str, list[MadePlan]] = defaultdict(list)
    for plan in plans:
        found[plan.municipality_code].append(plan)
    return found


def _not_before(case: Case, chance: Chance, day: date) -> datetime:
    """A moment of the day, after all that has been done with the case."""
    return max(case.changed + timedelta(minutes=1), chance.moment_of(day))
