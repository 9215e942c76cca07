"""The three parts that 4 § lag (2023:196) asks of a lägesbild: which are found, where, and what is missing.

A part is found under a heading that names it, or in paragraphs that do its work whatever they are called. What is found
is a help to the reader, not a legal judgement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kb.matching.description import Paragraph

Part = Literal["kartläggning", "annan information", "analys"]
PARTS: tuple[Part, ...] = get_args(Part)
MIN_WORDS = 12

_HEADINGS: dict[Part, re.Pattern[str]] = {
    "kartläggning": re.compile(
        r"kartlägg|statistik|brottsutveckling|brottsbild|anmälda brott|nuläge|problembild", re.I
    ),
    "annan information": re.compile(
        r"annan information|övrig information|andra underlag|trygghet|enkät|synpunkter|invånar|medborgar|demograf|"
        r"befolkning|dialog|medarbetar",
        re.I,
    ),
    "analys": re.compile(r"analys|orsak|bakomliggande|förklaring|varför", re.I),
}
_TEXTS: dict[Part, re.Pattern[str]] = {
    "kartläggning": re.compile(
        r"\b(?:anmälda|anmälningar\w*|anmäldes|brott per|polisanmäl\w+|ingripanden|incidentrapporter\w*|"
        r"felrapporter\w*|inbrott\w*|rån\w*|misshandel\w*|bedrägerier\w*|stölder\w*|skadegörelse\w*)\b.*?\d|"
        r"\d.*?\b(?:anmälda|anmälningar|fall|händelser|ärenden|skador|ingripanden)\b",
        re.I | re.S,
    ),
    "annan information": re.compile(
        r"\benkät\w*|\btrygghetsmätning\w*|\btrygghetsundersökning\w*|\bkänner sig\b|\bsvarade\b|\bintervju\w*|"
        r"\bupplev\w+|\binvånare\w* (?:berättar|uppger|önskar)|\bbefolkning\w*|\bdrogvane\w+|\bmedborgardialog\w*|"
        r"\bväxer med\b",
        re.I,
    ),
    "analys": re.compile(
        r"\bberor på\b|\bhänger ihop\b|\bhänger samman\b|\bdrivs av\b|\bgynnas av\b|\bförklaras av\b|\borsak\w*|"
        r"\bbidrar till att\b|\bvilket gör att\b|\bleder till att\b|\bmöjliggörs\b|\bbakomliggande\b|\btyder på att\b|"
        r"\bdärför att\b|\bgrundar sig i\b|\bskapar tillfäll\w+",
        re.I,
    ),
}
MIN_CUES: dict[Part, int] = {"kartläggning": 2, "annan information": 1, "analys": 2}
"""Paragraphs with the cue, where no heading names the part: one sentence with "beror på" is no analysis."""


@dataclass(frozen=True, slots=True)
class PartFound:
    """paragraphs : where the part is, in order; empty when it is missing."""

    part: Part
    paragraphs: tuple[Paragraph, ...]

    @property
    def is_found(self) -> bool:
        return bool(self.paragraphs)


def check_statute(paragraphs: Sequence[Paragraph]) -> tuple[PartFound, ...]:
    """The parts in the order of the statute, each with its paragraphs."""
    return tuple(PartFound(part, _find(part, paragraphs)) for part in PARTS)


def find_causes(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that name a cause."""
    return tuple(p for p in paragraphs if _TEXTS["analys"].search(p.text))


def _find(part: Part, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    headed = [p for p in paragraphs if _HEADINGS[part].search(p.heading) and len(p.text.split()) >= MIN_WORDS]
    cued = [p for p in paragraphs if _TEXTS[part].search(p.text)]
    if headed:
        return tuple(sorted({*headed, *(p for p in cued if p.heading == headed[0].heading)}, key=lambda p: p.position))
    return tuple(cued) if len(cued) >= MIN_CUES[part] else ()
