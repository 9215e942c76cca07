"""What a paragraph says of itself: a problem to act on, or background, good news and matters handled elsewhere.

The cues are counted, not obeyed: `problem_paragraphs.py` weighs them with what the paragraph is about.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from kb.problems.description import Paragraph

MAX_COUNT = 4
_HEADINGS = "background_headings"


def count_cues(paragraph: Paragraph) -> dict[str, float]:
    """How often each cue's words stand in the paragraph, at most MAX_COUNT; length in hundreds of words, at most 1."""
    words, headings = _patterns()
    cues = {name: float(min(MAX_COUNT, len(cue.findall(paragraph.text)))) for name, cue in words.items()}
    cues["background_heading"] = float(headings.search(paragraph.heading) is not None)
    cues["figures"] = float(min(MAX_COUNT, len(re.findall(r"\d+", paragraph.text))))
    cues["length"] = min(1.0, len(paragraph.text.split()) / 100)
    return cues


@cache
def _patterns() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str]]:
    lists = tomllib.loads((Path(__file__).parent / "cues.toml").read_text(encoding="utf-8"))
    headings = re.compile("|".join(lists.pop(_HEADINGS)), re.IGNORECASE)
    return {name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for name, words in lists.items()}, headings
