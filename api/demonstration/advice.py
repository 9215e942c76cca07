"""Advice in a made-up case: on some of the days on which it was to be helped, about its areas or a support theme."""

from dataclasses import dataclass
from datetime import date

from api.demonstration.areas import list_themes
from api.demonstration.made_case import MadeCase
from api.demonstration.people import People
from api.demonstration.story import Story
from api.store.cases.tables import Advice
from kb.documents import Expert
from kb.snapshot.snapshot import Snapshot
from kb.vocabulary import MEETING_FORMATS

HOURS = (1.0, 1.5, 2.0, 3.0, 4.0)
ABOUT_THEME, ACHIEVED = 0.2, 0.7
"""How often advice is about a support theme, and what came of it is told."""
OFFERED = ("Genomgång av lägesbilden.", "Stöd i orsaksanalys.", "Hjälp att välja åtgärder.", "Utbildning för gruppen.")
ACHIEVEMENTS = ("Åtgärder valdes.", "Ansvar fördelades.", "Mätpunkter bestämdes.", "En samverkansgrupp bildades.")


@dataclass(frozen=True, slots=True)
class AdviceMaker:
    """until : the last day on which advice is given"""

    snapshot: Snapshot
    people: People
    until: date

    def add(self, made: MadeCase, story: Story, expert: Expert | None) -> None:
        """Advice by the expert, by the advisor where it is None; the days that have come only."""
        chance, helped = made.chance, story.helped
        n_days = (helped.last - helped.first).days
        for after in sorted(chance.take(range(n_days + 1), chance.randint(1, 4))):
            day = helped.first + chance.days(after, after)
            if day <= self.until:
                self._give(made, day, expert)

    def _give(self, made: MadeCase, day: date, expert: Expert | None) -> None:
        case, chance = made.case, made.chance
        at = chance.moment_of(day)
        by = self.people.experts[expert.slug] if expert else case.advisor_id or ""
        advice = Advice(
            id=chance.make_id(),
            case_id=case.id,
            expert_slug=expert.slug if expert else None,
            day=day,
            hours=chance.choice(HOURS),
            form=case.form or chance.choice(expert.formats if expert else MEETING_FORMATS),
            giver=expert.name if expert else "rådgivare",
            area=chance.choice(list_themes(self.snapshot) if chance.happens(ABOUT_THEME) else made.areas),
            offered=chance.choice(OFFERED),
            received="Som erbjudet.",
            expected="Ett beslut om nästa steg.",
            achieved=chance.choice(ACHIEVEMENTS) if chance.happens(ACHIEVED) else "",
            next_step="Avstämning om en månad.",
            at=at,
            by=by,
        )
        made.rows.append(advice)
        made.tell(at, by, "case.advised")
