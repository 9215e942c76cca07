"""The three parts that 4 § lag (2023:196) asks of a lägesbild: which are found, where, and what is missing.

A part is found under a heading that names it, or in paragraphs that do its work whatever they are called. What is found
is a help to the reader, not a legal judgement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kb.problems.description import Paragraph

Part = Literal["kartläggning", "annan information", "analys"]
PARTS: tuple[Part, ...] = get_args(Part)
MIN_WORDS = 12

_HEADINGS: dict[Part, re.Pattern[str]] = {
    "kartläggning": re.compile(
        r"kartlägg|statistik|brottsutveckling|brottsbild|brottslighetens|anmälda brott|nuläge|problembild|vad har hänt",
        re.I,
    ),
    "annan information": re.compile(
        r"annan information|övrig information|andra underlag|trygghetsmätning|trygghetsundersökning|enkät|synpunkter|"
        r"invånar|boende|medborgar|demograf|befolkning|dialog|intervju|vad säger|medarbetar|fått veta i övrigt",
        re.I,
    ),
    "analys": re.compile(r"analys|orsak|bakomliggande|förklaring|varför|beror på|driver|hänger ihop", re.I),
}
_TEXTS: dict[Part, re.Pattern[str]] = {
    "kartläggning": re.compile(
        r"\b(?:anmälda|anmälningar\w*|anmäldes|brott per|polisanmäl\w+|ingripanden|incidentrapporter\w*|"
        r"felrapporter\w*|inbrott\w*|rån\w*|misshandel\w*|bedrägerier\w*|stölder\w*|skadegörelse\w*)\b.*?\d|"
        r"\d.*?\b(?:anmälda|anmälningar|fall|händelser|ärenden|skador|ingripanden)\b",
        re.I | re.S,
    ),
    "annan information": re.compile(
        r"(?:procent|av tio|\d+ personer|\d+ svar).{0,120}?(?:känner sig|upplever|svarade|uppger|är trygga|otrygg\w*)|"
        r"\b(?:enkät|trygghetsmätning|trygghetsundersökning|drogvane|elevenkät)\w*.{0,160}?\d+ procent|"
        r"\binvånare\w* (?:berättar|uppger|önskar)|\bmedborgardialog\w*",
        re.I | re.S,
    ),
    "analys": re.compile(
        r"\bberor\b.{0,60}?\bpå\b|\bhänger ihop\b|\bhänger samman\b|\bdrivs av\b|\bgynnas av\b|\bförklaras\b|"
        r"\borsak\w*|\bbidrar till att\b|\bvilket gör att\b|\bmöjliggörs\b|\bbakomliggande\b|\btyder på att\b|"
        r"\bgrundar sig i\b|\bskapar tillfäll\w+|\bdrar slutsatsen\b|\binbjuder till\b|\btalar för att\b|"
        r"\bgör det lätt\b|\bsammanfaller med\b|\bhar kunnat pågå för att\b|\bär det troligt att\b",
        re.I | re.S,
    ),
}
_APART = re.compile(
    r"metod|tillvägagång|underlag|om (?:dokumentet|rapporten)|sammanfattning|läsanvisning|jämförelse",
    re.I,
)
"""Headings under which a cue tells of the work on the document, or repeats what stands elsewhere."""
MIN_CUES: dict[Part, int] = {"kartläggning": 2, "annan information": 1, "analys": 2}
"""Cues that are needed where no heading names the part: one sentence with "beror på" is no analysis."""


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


def is_cause(text: str) -> bool:
    """Whether the text names a cause."""
    return _TEXTS["analys"].search(text) is not None


def _find(part: Part, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    headed = [p for p in paragraphs if _is_headed(part, p) and len(p.text.split()) >= MIN_WORDS]
    if headed:
        return tuple(headed)
    cued = [p for p in paragraphs if not _APART.search(p.heading) and _TEXTS[part].search(p.text)]
    n_cues = sum(len(_TEXTS[part].findall(p.text)) for p in cued)
    return tuple(cued) if n_cues >= MIN_CUES[part] else ()


def _is_headed(part: Part, paragraph: Paragraph) -> bool:
    """Whether the nearest heading names the part, or one above does and no other part: a title may name them all."""
    if _HEADINGS[part].search(paragraph.heading):
        return True
    named = ({other for other in PARTS if _HEADINGS[other].search(heading)} for heading in paragraph.above)
    return {part} in named
