"""The hours of an expert that nobody has booked, of the days ahead."""

from datetime import date, timedelta

from kb.booking.capacity import capacity_of, share_hours
from kb.booking.months import count_days, count_days_there, month_of, split_by_month
from kb.documents import Expert, Period

AHEAD = timedelta(days=89)
"""How far ahead free hours are counted: 90 days, that of the count among them."""


def count_free_hours(expert: Expert, today: date) -> float:
    """Of the days ahead when the expert is there; 0.0 for one whose organisation has told nothing."""
    if not expert.availability:
        return 0.0
    capacity, free = capacity_of(expert.availability), 0.0
    for part in split_by_month(Period(today, today + AHEAD)):
        days = count_days_there(part, capacity.away)
        taken = sum(share_hours(booked, part, capacity.away) for booked in expert.booked)
        free += max(0.0, capacity.hours_per_month * days / count_days(month_of(part.first)) - taken)
    return free
