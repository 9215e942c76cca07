"""The form of a help request: what was typed in it, what is wrong with that, and what is asked when nothing is."""

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from starlette.datastructures import FormData

from api.cases.guard import FoundData, guard_texts, list_found
from api.pages.frame.fault import Fault
from api.pages.frame.form_fields import read_typed
from api.store.cases.create_case import USUAL_HOURS, Asked, AskedProblem
from api.store.cases.desk.weigh import MAX_HOURS
from api.store.cases.errors import PersonalDataFound
from kb.documents import Period
from kb.errors import DescriptionRejected
from kb.matching.period import choose_period
from kb.vocabulary import MEETING_FORMATS, SUPPORT_LANGUAGES

Choice = TypeVar("Choice", bound=str)
NAMES = ("title", "wish", "from", "to", "meeting", "language", "hours", "why_urgent", "plan")
LONGEST: Mapping[str, int] = {"title": 200, "wish": 5_000, "why_urgent": 1_000}
MAX_WORDS_CHARS = 3_000
MAX_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem in the form. number : from 1, of its fields; area : a slug, empty until one is chosen"""

    number: int
    area: str = ""
    words: str = ""
    is_taken: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """typed : name of a field -> what stands in it; not_experts : slugs of those not to ask

    faults : name of a field -> what is wrong with it; found : personal data that the texts seem to have
    asked : what is asked, None while something is wrong
    """

    typed: Mapping[str, str]
    rows: Sequence[ProblemRow]
    not_experts: Collection[str] = ()
    faults: Mapping[str, Fault] = field(default_factory=dict)
    found: Sequence[FoundData] = ()
    asked: Asked | None = None

    @property
    def status(self) -> int:
        """Of the page that shows the form."""
        return next((fault.status for fault in self.faults.values()), 422 if self.found else 200)


def empty_wish(**typed: str) -> Wish:
    """A form with nothing in it but that."""
    blank = {**dict.fromkeys(NAMES, ""), "hours": f"{USUAL_HOURS:g}"}
    return Wish(typed={**blank, **typed}, rows=(ProblemRow(1),))


def read_wish(
    fields: FormData, town: str, today: date, areas: Collection[str], experts: Collection[str], *, with_problems: bool
) -> Wish:
    """What was typed, and what is asked by it for the municipality with that code.

    areas, experts : slugs that there are; with_problems : the form has its problems, which then must be told
    """
    typed = read_typed(fields, NAMES)
    rows = _read_rows(fields) if with_problems else ()
    wish = Wish(typed=typed, rows=rows, not_experts=_read_not(fields, experts))
    problems = [AskedProblem(row.area, row.words.strip()) for row in rows if row.is_taken and row.area in areas]
    faults = _find_faults(typed) | (_find_problem_faults(rows, areas) if with_problems else {})
    period = _read_period(typed, today, faults)
    if faults or period is None:
        return replace(wish, faults=faults)
    return _guard(wish, _ask(wish, town, problems, period), may_mask="mask" in fields)


def _ask(wish: Wish, town: str, problems: Sequence[AskedProblem], period: Period) -> Asked:
    typed = wish.typed
    return Asked(
        municipality_code=town,
        title=" ".join(typed["title"].split()),
        wish=typed["wish"].strip(),
        problems=problems,
        period=period,
        form=_choose(typed["meeting"], MEETING_FORMATS),
        language=_choose(typed["language"], SUPPORT_LANGUAGES),
        why_urgent=typed["why_urgent"].strip(),
        not_experts=tuple(wish.not_experts),
        plan_id=typed["plan"] or None,
        hours=_read_hours(typed["hours"]) or USUAL_HOURS,
    )


def _guard(wish: Wish, asked: Asked, *, may_mask: bool) -> Wish:
    """The wish with what is asked masked; with what was found instead, where nobody has said that it may be."""
    own = {"title": asked.title, "wish": asked.wish, "why_urgent": asked.why_urgent}
    texts = own | {f"words-{n}": problem.words for n, problem in enumerate(asked.problems)}
    try:
        kept = guard_texts(texts, may_mask=may_mask)
    except PersonalDataFound:
        return replace(wish, found=list_found(texts))
    problems = [AskedProblem(problem.area, kept[f"words-{n}"]) for n, problem in enumerate(asked.problems)]
    masked = replace(
        asked, title=kept["title"], wish=kept["wish"], why_urgent=kept["why_urgent"], problems=tuple(problems)
    )
    return replace(wish, asked=masked)


def _read_rows(fields: FormData) -> tuple[ProblemRow, ...]:
    numbers = sorted({int(name[5:]) for name in fields if re.fullmatch(r"area-\d{1,3}", name)})[: MAX_PROBLEMS + 1]
    typed = read_typed(fields, [f"{name}-{n}" for n in numbers for name in ("area", "words")])
    return tuple(ProblemRow(n, typed[f"area-{n}"], typed[f"words-{n}"], f"take-{n}" in fields) for n in numbers)


def _read_not(fields: FormData, experts: Collection[str]) -> tuple[str, ...]:
    return tuple(slug for slug in map(str, fields.getlist("not")) if slug in experts)


def _find_faults(typed: Mapping[str, str]) -> dict[str, Fault]:
    faults = {name: Fault(f"case_fault_{name}") for name in ("title", "wish") if not typed[name].strip()}
    faults |= {name: Fault("case_fault_long") for name, most in LONGEST.items() if len(typed[name]) > most}
    return faults if _read_hours(typed["hours"]) else {**faults, "hours": Fault("case_fault_hours")}


def _find_problem_faults(rows: Sequence[ProblemRow], areas: Collection[str]) -> dict[str, Fault]:
    taken = [row for row in rows if row.is_taken]
    if not any(row.area for row in taken):
        return {f"area-{rows[0].number if rows else 1}": Fault("case_fault_problem")}
    faults = {f"area-{row.number}": Fault("case_fault_area") for row in taken if row.area not in areas and row.words}
    return faults | {
        f"words-{row.number}": Fault("case_fault_long") for row in taken if len(row.words) > MAX_WORDS_CHARS
    }


def _read_period(typed: Mapping[str, str], today: date, faults: dict[str, Fault]) -> Period | None:
    """The period; what is wrong with its days is told in faults."""
    days: dict[str, date | None] = {"from": None, "to": None}
    for name in days:
        if typed[name].strip():
            try:
                days[name] = date.fromisoformat(typed[name].strip())
            except ValueError:
                faults[name] = Fault("fault_day")
    try:
        return choose_period(days["from"], days["to"], today)
    except DescriptionRejected:
        faults["to"] = Fault("fault_period")
        return None


def _read_hours(typed: str) -> float | None:
    """The hours, None where they are none; empty for the usual ones."""
    if not typed.strip():
        return USUAL_HOURS
    with suppress(ValueError):
        hours = float(typed.strip().replace(",", "."))
        return hours if 0 < hours <= MAX_HOURS else None
    return None


def _choose(typed: str, choices: Sequence[Choice]) -> Choice | None:
    return next((choice for choice in choices if choice == typed), None)
