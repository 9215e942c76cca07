"""Days on which what shows a calendar is tried: those that are odd in themselves, and those that the content makes."""

from collections.abc import Mapping
from datetime import date, timedelta

from kb.documents import Library
from kb.snapshot.snapshot import Snapshot

ODD_DAYS: Mapping[str, date] = {
    "the year ends": date(2026, 12, 31),
    "the clocks change": date(2027, 3, 28),
    "the month has the longest name": date(2027, 9, 15),
    "it is a leap day": date(2028, 2, 29),
}
_DAY = timedelta(days=1)


def library_of(snapshot: Snapshot) -> Library:
    """The documents of the snapshot."""
    return Library(
        tuple(snapshot.guidance.values()), tuple(snapshot.problem_areas.values()), tuple(snapshot.experts.values())
    )


def days_after(library: Library) -> list[date]:
    """The day after every date of the content: a review or a publication that has run out, an absence that is over."""
    dates = {day for d in library.guidance for day in (d.reviewed, d.review_by)}
    dates |= {day for d in library.problem_areas for day in (d.reviewed, d.review_by)}
    dates |= {day for d in library.experts for day in (d.reviewed, d.review_by, d.publication_review_by)}
    told = (expert.availability for expert in library.experts if expert.availability)
    dates |= {absence.last for availability in told for absence in availability.unavailable}
    return sorted(day + _DAY for day in dates)
