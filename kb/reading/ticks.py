"""Boxes of forms: a ticked one gives its label, one that is not ticked goes with its label."""

import re

TICKED, UNTICKED = "☒", "☐"

_MARKS = re.compile(r"[☐☒☑✓✔✅⬜□]|\[[ xX]?\](?!\()|\((?: |[xX])\)")
_BOX = re.compile(f"[{TICKED}{UNTICKED}]")
_AMBIGUOUS = frozenset({"□", "✓", "✔", "✅", "[]", "( )", "(x)", "(X)"})
"""What may be a bullet too: a box only where the text has a box of the other state."""
_TICKS = frozenset({"☒", "☑", "✓", "✔", "✅", "[x]", "[X]", "(x)", "(X)"})
_LEAD = re.compile(r"\s*(?:[-*+•]\s+)?")
_LEAD_END = re.compile(r"[?:.!](?=\s)")


def keep_ticked(text: str) -> str:
    """The text without boxes: labels that were ticked, and what has no box; lines of nothing else are gone.

    A box that stands alone on its line stays, as TICKED or UNTICKED: its label may be in another cell.

    >>> keep_ticked("Vad gäller det?\\n☒ Klotter\\n☐ Rån")
    'Vad gäller det?\\nKlotter'
    >>> keep_ticked("Syns det? ☐ Ja ☒ Nej")
    'Syns det? Nej'
    """
    marks = set(_MARKS.findall(text))
    if not marks:
        return text
    taken = marks - _AMBIGUOUS if _are_bullets(marks) else marks
    plain = _MARKS.sub(lambda mark: _plain(mark[0]) if mark[0] in taken else mark[0], text)
    read = [(line, _keep(line)) for line in plain.split("\n")]
    return "\n".join(kept for line, kept in read if kept or not line.strip())


def _are_bullets(marks: set[str]) -> bool:
    return len({mark in _TICKS for mark in marks}) == 1


def _plain(mark: str) -> str:
    return TICKED if mark in _TICKS else UNTICKED


def _keep(line: str) -> str:
    """The line without what is not ticked; "" where nothing is left."""
    parts = _BOX.split(line)
    if len(parts) == 1 or not any(part.strip(" \t-*+•") for part in parts):
        return line.strip() if len(parts) > 1 else line
    boxes = _BOX.findall(line)
    if not parts[-1].strip() and _LEAD.fullmatch(parts[0]) is None:
        lead, parts = _cut_lead(parts)
        labels = parts
    else:
        lead, labels = parts[0], parts[1:]
    ticked = [label.strip() for box, label in zip(boxes, labels, strict=False) if box == TICKED and label.strip()]
    is_lead = _LEAD.fullmatch(lead) is not None
    if is_lead:
        return (lead if ticked else "") + ", ".join(ticked)
    return " ".join([lead.strip(), ", ".join(ticked)]).strip()


def _cut_lead(parts: list[str]) -> tuple[str, list[str]]:
    """The question that the first label follows on, and the labels: those whose boxes come after them."""
    ends = [match.end() for match in _LEAD_END.finditer(parts[0])]
    cut = ends[-1] if ends else 0
    return parts[0][:cut], [parts[0][cut:], *parts[1:]]
