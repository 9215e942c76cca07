"""The evidence of a document, outcome by outcome: place by what happens to it, bars and fill by how sure that is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, get_args
from xml.etree.ElementTree import Element

from markupsafe import Markup

from api.method_words import capitalize_first, tell_basis, tell_effect
from api.pages.charts.rating_marks import METER_HEIGHT, METER_WIDTH, draw_certainty, draw_harm
from api.pages.charts.svg import LINE_HEIGHT, element, text_lines, write_svg
from kb.documents import Evidence, Guidance
from kb.grade import is_wanted

WIDTH = 360
"""User units; about as many pixels, so that the text can be read on the narrowest screen."""
SIZE, SMALL = 14, 12.5
STEP = 68
FIRST_STEP = 44
Place = Literal["unknown", "wrong_way", "neither", "right_way", "right_way_much"]
SCALE: tuple[Place, ...] = get_args(Place)
ARROWS: Mapping[str, str] = {
    "minskar mycket": "↓",
    "minskar": "↓",
    "ökar": "↑",
    "ingen skillnad": "=",
    "blandat": "↕",
    "inte känt": "?",
}
Strings = Mapping[str, str]


def evidence_chart(document: Guidance, t: Strings) -> Markup:
    """An SVG with a row an outcome: its place says whether it goes the right way, the filled bars how sure that is.

    Empty for a document without evidence. What stands in it also stands in the table that the page has.
    """
    if not document.evidence:
        return Markup("")
    rows = list(_warning(document, t))
    height = 34.0 if rows else 8.0
    rows += _scale_names(height + SMALL, t)
    height += 28
    for item in document.evidence:
        row, height = _row(item, height, t)
        rows.append(row)
    name, facts = f"evidens-{document.slug}", [_tell(item, t) for item in document.evidence]
    return write_svg(
        element(
            "svg",
            element("title", f"{t['chart_title']}: {document.title}", id=f"{name}-titel"),
            element("desc", " ".join([*_advice(document, t), *facts]), id=f"{name}-beskrivning"),
            *rows,
            class_="chart evidence-chart",
            role="img",
            aria_labelledby=f"{name}-titel",
            aria_describedby=f"{name}-beskrivning",
            viewBox=f"0 0 {WIDTH} {height:.0f}",
        )
    )


def place_outcome(item: Evidence) -> Place:
    """Where on the scale an outcome stands: the right way is the way that it should go."""
    if item.effect == "inte känt":
        return "unknown"
    if item.is_harm:
        return "wrong_way"
    if not is_wanted(item.effect, item.wanted):
        return "neither"
    return "right_way_much" if item.effect == "minskar mycket" else "right_way"


def _warning(document: Guidance, t: Strings) -> Iterator[Element]:
    if document.is_advised_against:
        box = element("rect", class_="harm-box", x=1, y=1, width=WIDTH - 2, height=28, rx=4)
        words = element("text", t["advised_against"], class_="harm-text", x=32, y=20, font_size=SIZE)
        yield element("g", box, draw_harm(9, 7), words)


def _scale_names(y: float, t: Strings) -> Iterator[Element]:
    for place in SCALE:
        name = t[f"place_{place}"]
        yield element("text", name, x=_x(place), y=y, font_size=SMALL, text_anchor="middle", class_="soft")


def _row(item: Evidence, top: float, t: Strings) -> tuple[Element, float]:
    """The outcome, its place on the scale, and what is known, from top down; and where it ends."""
    name, language = _name(item, t)
    words = text_lines(name, 0, top + 20, WIDTH, SIZE, class_="strong", lang=language)
    line = top + 26 + len(words) * SIZE * LINE_HEIGHT
    parts: list[Element] = [element("line", class_="rule", x1=0, y1=top, x2=WIDTH, y2=top), *words]
    parts.append(element("line", class_="track", x1=_x(SCALE[0]), y1=line, x2=_x(SCALE[-1]), y2=line))
    parts += [element("circle", class_="step", cx=_x(place), cy=line, r=3) for place in SCALE]
    x, y = _x(place_outcome(item)) - METER_WIDTH / 2, line - METER_HEIGHT / 2
    parts.append(
        element("rect", class_="seat", x=x - 5, y=y - 5, width=METER_WIDTH + 10, height=METER_HEIGHT + 10, rx=5)
    )
    parts.append(draw_certainty(item, x, y))
    says = line + 34
    if item.is_harm:
        parts.append(draw_harm(0, says - 13))
        harm = text_lines(t["harm"], 22, says, WIDTH - 22, SMALL, class_="harm-text")
        parts, says = [*parts, *harm], says + len(harm) * SMALL * LINE_HEIGHT
    told = text_lines(f"{ARROWS[item.effect]} {_known(item, t)}", 0, says, WIDTH, SMALL, class_="soft")
    return element("g", *parts, *told), says + len(told) * SMALL * LINE_HEIGHT


def _x(place: Place) -> float:
    """Where on the scale it stands; nothing stands between two steps."""
    return FIRST_STEP + STEP * SCALE.index(place)


def _known(item: Evidence, t: Strings) -> str:
    """Effect, certainty, the grade that follows, and what they rest on."""
    grade = f"{t['rating'].lower()} {t[f'rating_{item.rating}']}"
    basis = tell_basis(replace(item.basis, described=None), t)
    year = f", {item.year}" if item.year else ""
    return f"{capitalize_first(tell_effect(item, t))} · {grade} · {basis}{year}."


def _tell(item: Evidence, t: Strings) -> str:
    harm = f" {t['harm']}." if item.is_harm else ""
    return f"{_name(item, t)[0]}: {_known(item, t)}{harm}"


def _name(item: Evidence, t: Strings) -> tuple[str, str]:
    """The outcome, and the language that it is in."""
    if t["language"] == "en" and item.outcome_en:
        return item.outcome_en, "en"
    return item.outcome, "sv"


def _advice(document: Guidance, t: Strings) -> Iterator[str]:
    if document.is_advised_against:
        yield f"{t['advised_against']}."
