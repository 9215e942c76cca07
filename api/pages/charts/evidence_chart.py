"""The evidence of a document, outcome by outcome, on the scale from oklar to stark: as it is rated, never better."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markupsafe import Markup

from api.pages.charts.rating_marks import METER_HEIGHT, METER_WIDTH, draw_harm, draw_meter
from api.pages.charts.svg import LINE_HEIGHT, element, text_lines, write_svg
from kb.documents import Evidence, Guidance
from kb.vocabulary import RATINGS, Rating

WIDTH = 360
"""User units; about as many pixels, so that the text can be read on the narrowest screen."""
SIZE, SMALL = 14, 12.5
STEP = 68
FIRST_STEP = 44
SCALE: tuple[Rating, ...] = tuple(reversed(RATINGS))
ARROWS: Mapping[str, str] = {"minskar": "↓", "ökar": "↑", "ingen effekt": "=", "blandat": "↕", "okänd": "?"}
Strings = Mapping[str, str]


def evidence_chart(document: Guidance, t: Strings) -> Markup:
    """An SVG with a row an outcome: place, bars and colour say the rating, and a line who rated it and when.

    Empty for a document without evidence. What stands in it also stands in the table that the page has.
    """
    if not document.evidence:
        return Markup("")
    rows = list(_warning(document, t))
    height = 34.0 if rows else 8.0
    rows += _scale_names(height + SMALL, t)
    height += 28
    for item in document.evidence:
        row, height = _row(item, height, t, is_harm=is_harm(document, item))
        rows.append(row)
    name, facts = f"evidens-{document.slug}", [_tell(item, t, is_harm(document, item)) for item in document.evidence]
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


def is_harm(document: Guidance, item: Evidence) -> bool:
    """Whether the outcome tells of harm: it grows, under a method that is advised against.

    Elsewhere what grows may be wanted, as safety is, so the direction alone says nothing of harm.
    """
    return document.is_advised_against and item.direction == "ökar"


def _warning(document: Guidance, t: Strings) -> Iterator[Element]:
    if document.is_advised_against:
        box = element("rect", class_="harm-box", x=1, y=1, width=WIDTH - 2, height=28, rx=4)
        words = element("text", t["advised_against"], class_="harm-text", x=32, y=20, font_size=SIZE)
        yield element("g", box, draw_harm(9, 7), words)


def _scale_names(y: float, t: Strings) -> Iterator[Element]:
    for rating in SCALE:
        yield element(
            "text", t[f"rating_{rating}"], x=_place(rating), y=y, font_size=SMALL, text_anchor="middle", class_="soft"
        )


def _row(item: Evidence, top: float, t: Strings, *, is_harm: bool) -> tuple[Element, float]:
    """The outcome, its place on the scale, and who says so, from top down; and where it ends."""
    words = text_lines(item.outcome, 0, top + 20, WIDTH, SIZE, class_="strong", lang="sv")
    line = top + 26 + len(words) * SIZE * LINE_HEIGHT
    parts: list[Element] = [element("line", class_="rule", x1=0, y1=top, x2=WIDTH, y2=top), *words]
    parts.append(element("line", class_="track", x1=_place("oklar"), y1=line, x2=_place("stark"), y2=line))
    parts += [element("circle", class_="step", cx=_place(rating), cy=line, r=3) for rating in SCALE]
    x, y = _place(item.rating) - METER_WIDTH / 2, line - METER_HEIGHT / 2
    parts.append(
        element("rect", class_="seat", x=x - 5, y=y - 5, width=METER_WIDTH + 10, height=METER_HEIGHT + 10, rx=5)
    )
    parts.append(draw_meter(item.rating, x, y))
    says = line + 34
    if is_harm:
        parts.append(draw_harm(0, says - 13))
        harm = text_lines(t["harm"], 22, says, WIDTH - 22, SMALL, class_="harm-text")
        parts, says = [*parts, *harm], says + len(harm) * SMALL * LINE_HEIGHT
    direction = f"{ARROWS[item.direction]} {t[f'direction_{item.direction}']}"
    source = f"{_capital(t[f'rating_{item.rating}'])} · {direction} · {_who(item, t)}"
    told = text_lines(source, 0, says, WIDTH, SMALL, class_="soft")
    return element("g", *parts, *told), says + len(told) * SMALL * LINE_HEIGHT


def _place(rating: Rating) -> float:
    """Where on the scale the rating stands; nothing stands between two steps."""
    return FIRST_STEP + STEP * SCALE.index(rating)


def _who(item: Evidence, t: Strings) -> str:
    year = f" {item.year}" if item.year else ""
    return f"{t['rated_by']} {item.rated_by}{year}."


def _tell(item: Evidence, t: Strings, is_harmful: bool) -> str:
    harm = f" {t['harm']}." if is_harmful else ""
    return f"{item.outcome}: {t[f'rating_{item.rating}']}, {t[f'direction_{item.direction}']}.{harm} {_who(item, t)}"


def _advice(document: Guidance, t: Strings) -> Iterator[str]:
    if document.is_advised_against:
        yield f"{t['advised_against']}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
