"""What organisations have said of their profiles, as tasks for the Markdown of the content."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from api.expert_side.profile_fields import FIELDS, show_fields
from api.store.experts.consents import list_withdrawn
from api.store.experts.reviews import list_new, read_changes
from api.store.experts.tables import ExpertReview
from api.store.session import Session
from kb.documents import Expert
from kb.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class FieldTask:
    """A field to change. place : in the front matter; shown : what the profile says now, empty where it is no more"""

    name: str
    place: str
    shown: str
    wanted: str


@dataclass(frozen=True, slots=True)
class ReviewTask:
    """What one organisation said at one time. expert : None where the profile is published no more"""

    review: ExpertReview
    slug: str
    expert: Expert | None
    changes: tuple[FieldTask, ...]


@dataclass(frozen=True, slots=True)
class WithdrawalTask:
    """A profile that is not shown any more, and still stands in the content as if it were. day : from when"""

    slug: str
    expert: Expert
    day: date


@dataclass(frozen=True, slots=True)
class Tasks:
    reviews: tuple[ReviewTask, ...]
    withdrawals: tuple[WithdrawalTask, ...]


def list_tasks(session: Session, snapshot: Snapshot) -> Tasks:
    """All that is left to do, the oldest first. snapshot : as it was built"""
    reviews = tuple(_make_task(review, snapshot) for review in list_new(session))
    withdrawals = tuple(
        WithdrawalTask(slug, snapshot.experts[slug], row.withdrawn.date())
        for slug, row in list_withdrawn(session).items()
        if slug in snapshot.experts and row.withdrawn
    )
    return Tasks(reviews, withdrawals)


def write_tasks(tasks: Tasks) -> Iterator[str]:
    """The tasks as lines of Markdown, for whoever edits the content."""
    for withdrawal in tasks.withdrawals:
        yield f"- [ ] {_file(withdrawal.slug)}: organisationen har tagit tillbaka publiceringen"
        yield f"  - `publication.withdrawn`: {withdrawal.day}"
    for task in tasks.reviews:
        said = "ska ändras" if task.changes else "allt stämmer: sätt `reviewed` till dagen då det sades"
        yield f"- [ ] {_file(task.slug)}: {said} ({task.review.at.date()}, {task.review.id})"
        for change in task.changes:
            yield f"  - `{change.place}`: {_on_one_line(change.wanted)}"


def _make_task(review: ExpertReview, snapshot: Snapshot) -> ReviewTask:
    expert = snapshot.experts.get(review.expert_slug)
    shown = {field.name: field.text for field in show_fields(expert, snapshot)} if expert else {}
    changes = tuple(
        FieldTask(name, FIELDS[name].place, shown.get(name, ""), wanted)
        for name, wanted in read_changes(review).items()
        if name in FIELDS
    )
    return ReviewTask(review, review.expert_slug, expert, changes)


def _file(slug: str) -> str:
    return f"`content/experts/{slug}.md`"


def _on_one_line(text: str) -> str:
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())
