"""Hits, passages and periods as lines of text."""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date

import click

from api.formats import write_day, write_period
from api.method_words import tell_effect
from cli.shown.words import WORDS, label, within
from kb.badge import find_badge
from kb.documents import Guidance, Period
from kb.matching.match import CLARIFYING_QUESTIONS
from kb.registers import HelpLine
from kb.search.answer import AreaMatch
from kb.search.describe import PassageHit
from kb.text.highlight import Span

WIDTH = 100
MAX_PASSAGE = 240


def wrap(text: str, indent: str) -> str:
    """The text on lines of WIDTH, each after the indent."""
    return textwrap.fill(" ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=indent)


def advice_line(document: Guidance, area: str | None = None) -> str:
    """Evidence and recommendation, in a few words; area : slug of the problem area that the evidence is for."""
    badge = find_badge(document, area)
    if badge is None:
        return f"{document.kind}, {within('no_rating')}"
    told = f"{label('evidence')} {badge.rating}, {tell_effect(badge, WORDS)}"
    evidence = told + (f" ({badge.outcome})" if area else "")
    if not badge.is_about_problem:
        evidence = f"{label('evidence')} {within('not_rated_for_this')} ({badge.outcome}: {badge.rating})"
    return f"{evidence} · {document.recommendation}" + (f" · {within('statutory')}" if document.statutory else "")


def show_passage(passage: PassageHit, indent: str) -> str:
    """The part of the passage around its first highlight, with highlights in bold."""
    text, highlights = _cut(passage.text, passage.highlights)
    heading = f"{passage.heading}: " if passage.heading else ""
    plain = wrap(heading + text, indent)
    for word in sorted({text[first:last] for first, last in highlights}, key=len, reverse=True):
        plain = plain.replace(word, click.style(word, bold=True))
    return plain


def score_line(parts: Mapping[str, float]) -> str:
    """What each signal adds to the log-odds of relevance, largest first."""
    ordered = sorted(parts.items(), key=lambda part: -abs(part[1]))
    return "poäng: " + ", ".join(f"{name} {value:+.2f}" for name, value in ordered if abs(value) >= 0.005)


def urgent_lines(lines: Sequence[HelpLine]) -> list[str]:
    """Where somebody in danger can turn; nothing where nobody is."""
    if not lines:
        return []
    return [
        click.style(WORDS["urgent_heading"], bold=True),
        f"{WORDS['urgent_lead'].replace('{number}', lines[0].number)} {WORDS['urgent_others']}",
        *(
            wrap(" · ".join(filter(None, (line.number, line.name, line.hours, line.for_whom))), "  ")
            for line in lines[1:]
        ),
        "",
    ]


def question_lines(topics: Sequence[AreaMatch]) -> list[str]:
    """What to say when nothing fits well enough."""
    return [
        f"{WORDS['nothing_fits']}. {WORDS['nothing_fits_lead']}",
        *(f"  - {WORDS[question]}" for question in CLARIFYING_QUESTIONS),
        f"{WORDS['nearest_topics']}: {', '.join(topic.title for topic in topics)}",
    ]


def masked_line(masked: Mapping[str, int]) -> str:
    """What personal data were masked, by kind and number."""
    found = ", ".join(f"{count} {kind}" for kind, count in masked.items())
    return f"{WORDS['masked_lead']} {found}. {WORDS['masked_advice']}"


def period_text(period: Period) -> str:
    """The period in Swedish: "15–31 mars 2027"."""
    return write_period(period, WORDS)


def day_text(day: date) -> str:
    """The day in Swedish: "15 mars 2027"."""
    return write_day(day, WORDS)


def _cut(text: str, highlights: Sequence[Span]) -> tuple[str, list[Span]]:
    if len(text) <= MAX_PASSAGE:
        return text, list(highlights)
    middle = highlights[0][0] if highlights else 0
    first = max(0, min(middle - MAX_PASSAGE // 3, len(text) - MAX_PASSAGE))
    first = text.rfind(" ", 0, first) + 1 if first else 0
    last = text.rfind(" ", first, first + MAX_PASSAGE)
    last = last if last > first else first + MAX_PASSAGE
    kept = [(a - first, b - first) for a, b in highlights if a >= first and b <= last]
    return text[first:last] + (" ..." if last < len(text) else ""), kept
