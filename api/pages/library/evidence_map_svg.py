"""The evidence map as a drawing of links: a disc a cell, its area the number of methods, its look the best evidence."""

from collections.abc import Mapping, Sequence
from math import sqrt
from xml.etree.ElementTree import Element

from markupsafe import Markup

from api.pages.charts.rating_marks import METER_WIDTH, draw_disc, draw_harm, draw_meter, draw_patterns
from api.pages.charts.row_names import SIZE, name_row
from api.pages.charts.svg import element, write_svg
from api.pages.frame.area_name import name_area
from api.pages.frame.method_links import count_methods, link_methods
from kb.overview.evidence_map import MapRow
from kb.overview.method_list import MethodList, MethodQuery
from kb.vocabulary import APPROACHES, Approach

LABEL_WIDTH, COLUMN_WIDTH, ROW_HEIGHT, HEAD_HEIGHT = 320, 264, 58, 40
WIDTH = LABEL_WIDTH + COLUMN_WIDTH * len(APPROACHES)
MAX_RADIUS = 27
SMALL = 13
Strings = Mapping[str, str]


def draw_evidence_map(rows: Sequence[MapRow], t: Strings) -> Markup:
    """The map; every cell is a link to the list of the methods that it counts."""
    largest = max((len(cell.primary) for row in rows for cell in row.cells.values()), default=1) or 1
    height = HEAD_HEIGHT + ROW_HEIGHT * len(rows)
    drawn = [_row(row, HEAD_HEIGHT + i * ROW_HEIGHT, largest, t) for i, row in enumerate(rows)]
    return write_svg(
        element(
            "svg",
            element("title", t["evidence_map"], id="karta-titel"),
            draw_patterns(),
            *_column_names(t),
            *drawn,
            class_="chart map",
            role="group",
            aria_labelledby="karta-titel",
            viewBox=f"0 0 {WIDTH} {height}",
        )
    )


def tell_cell(row: MapRow, approach: Approach, t: Strings) -> str:
    """The cell in words: the area, the approach, how many methods, and how many of each rating."""
    cell = row.cells[approach]
    parts = [count_methods(len(cell.primary), t)]
    if cell.best:
        parts.append(f"{t['best_evidence']} {t[f'rating_{cell.best}']}")
        parts.append(", ".join(f"{n} {t[f'rating_{rating}']}" for rating, n in cell.ratings.items()))
        parts.append(tell_effects(cell, t))
    if cell.advised_against:
        parts.append(f"{len(cell.advised_against)} {t['advised_against'].lower()}")
    return f"{name_area(row.area, t)}, {t[f'approach_{approach}']}: {'; '.join(parts)}"


def tell_effects(cell: MethodList, t: Strings) -> str:
    """What the methods do, each effect with how many have it: "effekt: 2 minskar, 1 ingen skillnad"."""
    told = ", ".join(f"{n} {t[f'effect_{effect}']}" for effect, n in cell.effects.items())
    return f"{t['effect'].lower()}: {told}"


def link_cell(row: MapRow, approach: Approach) -> str:
    """Where the methods that the cell counts are listed."""
    return link_methods(MethodQuery(row.area.slug, approach))


def _column_names(t: Strings) -> list[Element]:
    return [
        element("text", t[f"approach_{approach}"], x=_left(i) + 8, y=24, font_size=SIZE, class_="strong")
        for i, approach in enumerate(APPROACHES)
    ]


def _row(row: MapRow, top: float, largest: int, t: Strings) -> Element:
    words = name_row(name_area(row.area, t), LABEL_WIDTH - 16, top, ROW_HEIGHT)
    cells = [_cell(row, approach, _left(i), top, largest, t) for i, approach in enumerate(APPROACHES)]
    rule = element("line", class_="rule", x1=0, y1=top, x2=WIDTH, y2=top)
    return element("g", rule, element("g", *words, aria_hidden="true"), *cells)


def _cell(row: MapRow, approach: Approach, left: float, top: float, largest: int, t: Strings) -> Element:
    cell, told = row.cells[approach], tell_cell(row, approach, t)
    ground = element(
        "rect", class_="ground", x=left + 1, y=top + 2, width=COLUMN_WIDTH - 4, height=ROW_HEIGHT - 4, rx=6
    )
    parts = [element("title", told), ground]
    middle = top + ROW_HEIGHT / 2
    if cell.best:
        radius = MAX_RADIUS * sqrt(len(cell.primary) / largest)
        parts.append(draw_disc(cell.best, left + 34, middle, max(radius, 4)))
    parts.append(
        element("text", count_methods(len(cell.primary), t), x=left + 68, y=middle - 6, font_size=SIZE, class_="count")
    )
    parts += _ratings(cell, left + 68, middle + 4)
    if cell.advised_against:
        parts.append(draw_harm(left + 164, middle - 19))
        words = f"{len(cell.advised_against)} {t['advised_against'].lower()}"
        parts.append(element("text", words, x=left + 184, y=middle - 6, font_size=SMALL, class_="harm-text"))
    return element("a", *parts, href=link_cell(row, approach), aria_label=told, class_="cell")


def _ratings(cell: MethodList, left: float, top: float) -> list[Element]:
    """How many methods of each rating, best first: a count after its bars."""
    shapes: list[Element] = []
    for i, (rating, n) in enumerate(cell.ratings.items()):
        x = left + i * (METER_WIDTH + 13)
        shapes.append(element("g", draw_meter(rating, 0, 0), transform=f"translate({x:.1f} {top:.1f}) scale(0.8)"))
        shapes.append(element("text", str(n), x=x + METER_WIDTH * 0.8 + 2, y=top + 12, font_size=SMALL))
    return shapes


def _left(column: int) -> float:
    return LABEL_WIDTH + column * COLUMN_WIDTH
