"""An expert as lines of the command: who it is, whether it is made up, and when it has time."""

import click

from cli.shown.text import period_text
from cli.shown.words import WORDS, label, within
from kb.documents import Expert, Period
from kb.matching.availability import Availability


def name_expert(expert: Expert) -> str:
    """Role and organisation, marked where it is made up."""
    demo = f" ({WORDS['demo_mark']})" if expert.demo else ""
    return f"{expert.name}, {expert.organisation}{demo}"


def title_expert(expert: Expert) -> str:
    """The same in bold, as its lines begin."""
    return click.style(name_expert(expert), bold=True)


def way_in_line(expert: Expert) -> str:
    """Where to turn, or that there is nowhere."""
    return WORDS["demo_no_way_in"] if expert.demo else f"{label('way_in')} {expert.way_in}"


def time_text(expert: Expert, availability: Availability, period: Period) -> str:
    """When it is free and how much, or that its organisation is to be asked."""
    told, free = expert.availability, availability.free
    if told is None or not free:
        return within("ask_for_time")
    days = "hela perioden" if free == (period,) else ", ".join(map(period_text, free))
    return f"{within('free')} {days}, {told.hours_per_month} tim/månad"
